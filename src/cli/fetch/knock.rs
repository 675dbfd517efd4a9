//! Whether there is something at an address, for `hebdo check --external`: its head alone, or what a server
//! begins to send where it does not tell heads. Enter by [`knock`].

use hebdo::check::Answer;
use ureq::http::{Method, Response, StatusCode};
use ureq::{Agent, Body, Error};

use super::{Bounds, answer, guard, web};

/// What somebody who opens the address finds.
pub(in crate::cli) fn knock(address: &str, bounds: Bounds) -> Answer {
    let agent = web::agent(bounds, false);
    match ask(&agent, &Method::HEAD, address) {
        Answer::Found => Answer::Found,
        // Many servers answer a head with an error that they do not give to a browser.
        Answer::Dead(_) | Answer::Blocked(_) => ask(&agent, &Method::GET, address),
        unreachable @ Answer::Unreachable(_) => unreachable,
    }
}

fn ask(agent: &Agent, method: &Method, address: &str) -> Answer {
    let asked = match *method {
        Method::HEAD => agent.head(address).call(),
        _ => agent.get(address).call(),
    };
    match asked {
        Ok(response) => answered(&response),
        Err(error) => failed(&error),
    }
}

fn answered(response: &Response<Body>) -> Answer {
    let status = response.status();
    let says = format!("it answers {}", status.as_u16());
    match status {
        _ if answer::is_challenge(response) => {
            Answer::Blocked("it asks for proof that a person reads it".to_owned())
        }
        status if status.is_success() => Answer::Found,
        StatusCode::NOT_FOUND | StatusCode::GONE => Answer::Dead(says),
        status if status.is_server_error() => Answer::Unreachable(says),
        _ => Answer::Blocked(says),
    }
}

fn failed(error: &Error) -> Answer {
    match error {
        Error::HostNotFound => Answer::Dead("there is no such host".to_owned()),
        Error::BadUri(_) | Error::Http(_) => Answer::Dead("it is no address".to_owned()),
        Error::Io(error) if error.kind() == guard::REFUSED => Answer::Dead(
            "it leads to this machine or a private network, where readers have nothing".to_owned(),
        ),
        Error::TooManyRedirects => Answer::Blocked("it leads on and on".to_owned()),
        Error::Timeout(_) => Answer::Unreachable("it does not answer in time".to_owned()),
        Error::Io(error) if error.kind() == std::io::ErrorKind::TimedOut => {
            Answer::Unreachable("it does not answer in time".to_owned())
        }
        error => Answer::Unreachable(error.to_string()),
    }
}

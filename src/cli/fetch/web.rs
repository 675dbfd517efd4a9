//! Asks for an address within its bounds. Enter by [`get`].

use anyhow::{Context, anyhow, bail};
use ureq::http::Uri;
use ureq::unversioned::transport::DefaultConnector;
use ureq::{Agent, Error, ResponseExt};

use super::guard::{self, Guard};
use super::{Bounds, Fetched, Kind, answer};

const MOST_REDIRECTS: u32 = 5;

/// What the address gives, or why it gives nothing and what to do.
pub(in crate::cli) fn get(address: &str, bounds: Bounds) -> anyhow::Result<Fetched> {
    let whole = whole(address, bounds.may_be_local)?;
    let failed = |error: Error| explain(&error, address, bounds);
    let response = agent(bounds, !bounds.may_be_local)
        .get(whole)
        .call()
        .map_err(failed)?;
    answer::check(&response, address, bounds.kind)?;
    let charset = answer::charset(&response);
    let at = response.get_uri().to_string();
    let body = response.into_body().into_with_config();
    let read = body.limit(bounds.most_bytes).read_to_vec();
    let bytes = read.map_err(failed)?;
    let bytes = match bounds.kind {
        Kind::Text => answer::in_utf8(bytes, charset.as_deref()),
        Kind::Image => bytes,
    };
    Ok(Fetched { address: at, bytes })
}

/// An agent within bounds; over `https://` alone where who answers must be proved.
pub(super) fn agent(bounds: Bounds, https_only: bool) -> Agent {
    let accept = match bounds.kind {
        Kind::Text => {
            "text/html, application/xhtml+xml, application/atom+xml, application/rss+xml, */*;q=0.5"
        }
        Kind::Image => "image/avif, image/webp, image/png, image/jpeg, image/gif",
    };
    let config = Agent::config_builder()
        .user_agent(concat!("hebdo/", env!("CARGO_PKG_VERSION")))
        .accept(accept)
        .https_only(https_only)
        .http_status_as_error(false)
        .max_redirects(MOST_REDIRECTS)
        .max_redirects_will_error(true)
        .timeout_global(Some(bounds.time))
        // Through a proxy, names would be looked up where nobody checks what they stand for.
        .proxy(None)
        .build();
    let guard = Guard {
        may_be_local: bounds.may_be_local,
    };
    Agent::with_parts(config, DefaultConnector::default(), guard)
}

/// The address as the network takes it: without its fragment, letters outside ASCII as bytes.
fn whole(address: &str, may_be_local: bool) -> anyhow::Result<Uri> {
    let (address, _) = address.split_once('#').unwrap_or((address, ""));
    let letter = |c: char| match c {
        c if c.is_ascii_graphic() => c.to_string(),
        c => c.to_string().bytes().map(|b| format!("%{b:02X}")).collect(),
    };
    let encoded: String = address.chars().map(letter).collect();
    let uri: Uri = encoded
        .parse()
        .with_context(|| format!("{address} is not an address"))?;
    if uri.scheme_str() == Some("http") && !may_be_local {
        bail!(
            "{address} is not fetched: with http:// nothing proves who answers; use https://, or \
             --allow-local for a server of your own"
        );
    }
    if uri.authority().is_some_and(|a| a.as_str().contains('@')) {
        bail!(
            "this address holds a user's name, which would stand in the article's head; take it \
             out, or save the page and import the file"
        );
    }
    Ok(uri)
}

/// An error of the network in the words of who typed the address.
fn explain(error: &Error, address: &str, bounds: Bounds) -> anyhow::Error {
    let most = bounds.most_bytes >> 20;
    match error {
        Error::HostNotFound => anyhow!(
            "{address} cannot be fetched: no such host; check the address and the connection"
        ),
        Error::TooManyRedirects => anyhow!(
            "{address} leads on more than {MOST_REDIRECTS} times; open it in a browser, save the \
             page and import the file"
        ),
        Error::Timeout(_) => anyhow!(
            "{address} did not answer whole in {} s; try again, or save the page and import the file",
            bounds.time.as_secs()
        ),
        Error::BodyExceedsLimit(_) => anyhow!(
            "{address} gives more than {most} MB; save the article alone and import the file"
        ),
        Error::RequireHttpsOnly(to) => anyhow!(
            "{address} leads to {to}, which is not fetched: with http:// nothing proves who answers"
        ),
        Error::Io(error) if error.kind() == guard::REFUSED => {
            anyhow!("{address} is not fetched: {error}")
        }
        Error::Io(error) if error.kind() == std::io::ErrorKind::TimedOut => anyhow!(
            "{address} did not answer whole in {} s; try again, or save the page and import the file",
            bounds.time.as_secs()
        ),
        error => anyhow!(
            "{address} cannot be fetched: {error}; try again, or save the page and import the file"
        ),
    }
}

//! Answers to browsers: pages from memory, and the stream of news by which they follow.

use std::convert::Infallible;
use std::io;
use std::net::TcpListener;
use std::path::Path;

use axum::body::Body;
use axum::extract::{Request, State as Shared};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, HOST, LOCATION};
use axum::http::{HeaderValue, Response, StatusCode};
use axum::middleware::{self, Next};
use axum::response::IntoResponse;
use axum::response::sse::{Event, Sse};
use axum::routing::get;
use axum::{Extension, Router};
use percent_encoding::percent_decode_str;
use tokio_stream::wrappers::WatchStream;
use tokio_stream::{Stream, StreamExt};

use super::Late;
use super::guard::Hosts;
use super::state::{State, States};

/// What every page runs to follow; it comes from the server itself, so that it works under a page's own
/// Content-Security-Policy.
const SCRIPT: &str = include_str!("../../data/serve/reload.js");

/// Serves until the process is asked to end.
pub(super) fn serve(
    listener: TcpListener,
    hosts: Hosts,
    states: States,
    late: Late,
) -> io::Result<()> {
    listener.set_nonblocking(true)?;
    let routes = Router::new()
        .route("/_hebdo/reload.js", get(script))
        .route("/_hebdo/news", get(news))
        .fallback(page)
        .with_state(states)
        .layer(Extension(late))
        .layer(middleware::from_fn_with_state(hosts, let_in));
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()?;
    let served = runtime.block_on(async {
        let listener = tokio::net::TcpListener::from_std(listener)?;
        tokio::select! {
            served = axum::serve(listener, routes) => served,
            asked = tokio::signal::ctrl_c() => asked,
        }
    });
    runtime.shutdown_background(); // streams of news have no end of their own
    served
}

async fn let_in(Shared(hosts): Shared<Hosts>, request: Request, next: Next) -> Response<Body> {
    let host = request
        .headers()
        .get(HOST)
        .and_then(|host| host.to_str().ok());
    match host {
        Some(host) if hosts.has(host) => next.run(request).await,
        _ => (StatusCode::FORBIDDEN, "not served under this name\n").into_response(),
    }
}

async fn script() -> impl IntoResponse {
    (
        [
            (CONTENT_TYPE, "text/javascript; charset=utf-8"),
            (CACHE_CONTROL, "no-store"),
        ],
        SCRIPT,
    )
}

async fn news(
    Shared(states): Shared<States>,
) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let news = WatchStream::new(states.follow()).map(|state| state.news);
    let as_json = |news| serde_json::to_string(&news).unwrap_or_default();
    Sse::new(news.map(move |news| Ok(Event::default().data(as_json(news)))))
}

async fn page(
    Shared(states): Shared<States>,
    Extension(late): Extension<Late>,
    request: Request,
) -> Response<Body> {
    let state = states.now();
    let path = request.uri().path();
    match answer(&state, path) {
        Answer::File(file) => whole(&state, &file, StatusCode::OK),
        Answer::Elsewhere(path) => moved(&path),
        Answer::Nothing => match made_now(late, path).await {
            Some((kind, bytes)) => file(&kind, bytes),
            None => whole(&state, "404.html", StatusCode::NOT_FOUND),
        },
    }
}

/// A file that is made when it is asked for, with its kind.
async fn made_now(late: Late, path: &str) -> Option<(String, Vec<u8>)> {
    let name = percent_decode_str(path).decode_utf8_lossy();
    let name = name.trim_start_matches('/').to_owned();
    let kind = kind(&name);
    let made = tokio::task::spawn_blocking(move || late(&name)).await;
    Some((kind, made.ok()??.to_vec()))
}

fn file(kind: &str, bytes: Vec<u8>) -> Response<Body> {
    let head = [(CONTENT_TYPE, kind), (CACHE_CONTROL, "no-store")];
    (head, bytes).into_response()
}

#[derive(Debug, PartialEq, Eq)]
enum Answer {
    /// The file of this name.
    File(String),
    /// The page has a slash at its end.
    Elsewhere(String),
    Nothing,
}

/// Which page answers to a path. Only names of pages are answered to, so that no path leads out of them.
fn answer(state: &State, path: &str) -> Answer {
    let name = percent_decode_str(path).decode_utf8_lossy();
    let name = name.trim_start_matches('/');
    let has = |name: &str| state.pages.get(name).is_some();
    if has(name) {
        return Answer::File(name.to_owned());
    }
    let folder = name.trim_end_matches('/');
    let index = if folder.is_empty() {
        "index.html".to_owned()
    } else {
        format!("{folder}/index.html")
    };
    match has(&index) {
        true if name.is_empty() || name.ends_with('/') => Answer::File(index),
        true => Answer::Elsewhere(format!("/{}/", path.trim_matches('/'))),
        false => Answer::Nothing,
    }
}

fn moved(path: &str) -> Response<Body> {
    match HeaderValue::try_from(path) {
        Ok(path) => (StatusCode::TEMPORARY_REDIRECT, [(LOCATION, path)]).into_response(),
        Err(_) => StatusCode::NOT_FOUND.into_response(),
    }
}

fn whole(state: &State, file: &str, status: StatusCode) -> Response<Body> {
    let kind = kind(file);
    let bytes = state.pages.get(file);
    let bytes = bytes.map_or_else(Vec::new, |bytes| bytes.to_vec());
    let bytes = if kind.starts_with("text/html") {
        following(bytes, state.news.version)
    } else {
        bytes
    };
    (
        status,
        [(CONTENT_TYPE, kind.as_str()), (CACHE_CONTROL, "no-store")],
        bytes,
    )
        .into_response()
}

fn kind(file: &str) -> String {
    let kind = mime_guess::from_path(Path::new(file)).first_or_octet_stream();
    match kind.type_() == mime_guess::mime::TEXT || kind.subtype() == "xml" {
        true => format!("{kind}; charset=utf-8"),
        false => kind.to_string(),
    }
}

/// A page with the script by which it follows; the version tells whether it missed any news.
fn following(mut html: Vec<u8>, version: u64) -> Vec<u8> {
    const END: &[u8] = b"</body>";
    let end = html.windows(END.len()).rposition(|bytes| bytes == END);
    let script =
        format!("<script src=\"/_hebdo/reload.js\" data-version=\"{version}\" defer></script>\n");
    let at = end.unwrap_or(html.len());
    html.splice(at..at, script.into_bytes());
    html
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::sync::Arc;

    use super::{Answer, answer};
    use crate::serve::state::States;

    fn answered(path: &str) -> Answer {
        let names = ["index.html", "é/index.html", "style.css", "404.html"];
        let pages: BTreeMap<&str, &[u8]> = names.map(|name| (name, [].as_slice())).into();
        let states = States::default();
        states.take(Ok(Arc::new(pages)));
        answer(&states.now(), path)
    }

    #[test]
    fn a_folder_is_its_index() {
        assert_eq!(answered("/"), Answer::File("index.html".to_owned()));
        assert_eq!(
            answered("/%C3%A9/"),
            Answer::File("é/index.html".to_owned())
        );
        assert_eq!(
            answered("/%C3%A9"),
            Answer::Elsewhere("/%C3%A9/".to_owned())
        );
        assert_eq!(answered("/style.css"), Answer::File("style.css".to_owned()));
    }

    #[test]
    fn no_path_leads_out() {
        for path in [
            "/../Cargo.toml",
            "/%2e%2e/Cargo.toml",
            "/..%2fCargo.toml",
            "//etc/passwd",
            "/absent/",
        ] {
            assert_eq!(answered(path), Answer::Nothing, "{path}");
        }
    }
}

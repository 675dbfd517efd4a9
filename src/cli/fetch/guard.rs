//! Looks a name up and refuses what is no public address. What it returns is what is connected to, so
//! that a name cannot stand for another address a moment later.

use std::io::{self, ErrorKind};
use std::net::SocketAddr;

use ureq::Error;
use ureq::config::Config;
use ureq::http::Uri;
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::NextTimeout;

use super::public::is_public;

/// The kind of the error by which an address is refused.
pub(super) const REFUSED: ErrorKind = ErrorKind::PermissionDenied;

/// Looks names up; refuses those of which one address is not public.
#[derive(Debug)]
pub(super) struct Guard {
    pub(super) may_be_local: bool,
}

impl Resolver for Guard {
    fn resolve(
        &self,
        uri: &Uri,
        config: &Config,
        timeout: NextTimeout,
    ) -> Result<ResolvedSocketAddrs, Error> {
        let found = DefaultResolver::default().resolve(uri, config, timeout);
        let found = found.map_err(|error| match error {
            Error::Io(_) => Error::HostNotFound,
            other => other,
        })?;
        let is_local = |address: &&SocketAddr| !is_public(address.ip());
        match found.iter().find(is_local).filter(|_| !self.may_be_local) {
            None => Ok(found),
            Some(local) => {
                let host = uri.host().unwrap_or_default();
                let message = format!(
                    "{host} is {}, an address of this machine or of a private network; with \
                     --allow-local it is fetched all the same",
                    local.ip()
                );
                Err(io::Error::new(REFUSED, message).into())
            }
        }
    }
}

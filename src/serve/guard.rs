//! Under which names a local server may be reached. A page elsewhere can give its own name the address
//! of this machine and then read what is served here (DNS rebinding); under a name that is not ours
//! nothing is answered.

use std::net::IpAddr;

/// The names under which the server may be reached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hosts {
    named: String,
}

impl Hosts {
    /// This machine's own names, and the one on which the server was asked to listen. Where that is an
    /// address, all addresses are allowed, since a name is what an attacker needs.
    pub fn of(named: &str) -> Self {
        Self {
            named: named.to_ascii_lowercase(),
        }
    }

    /// Whether a `Host` header (RFC 9110, section 7.2: a host, perhaps with a port) names us.
    pub(super) fn has(&self, header: &str) -> bool {
        let host = without_port(header).to_ascii_lowercase();
        let address: Option<IpAddr> = host.trim_matches(['[', ']']).parse().ok();
        match address {
            Some(address) => address.is_loopback() || self.named.parse::<IpAddr>().is_ok(),
            None => host == "localhost" || host == self.named,
        }
    }
}

fn without_port(header: &str) -> &str {
    match header.rsplit_once(':') {
        Some((host, port)) if port.bytes().all(|b| b.is_ascii_digit()) => host,
        _ => header,
    }
}

#[cfg(test)]
mod tests {
    use super::Hosts;

    #[test]
    fn our_own_names_are_let_in() {
        let hosts = Hosts::of("127.0.0.1");
        for ours in [
            "localhost",
            "localhost:3000",
            "127.0.0.1:3000",
            "[::1]:3000",
            "LOCALHOST",
        ] {
            assert!(hosts.has(ours), "{ours}");
        }
        assert!(Hosts::of("my-desk").has("my-desk:3000"));
        assert!(Hosts::of("0.0.0.0").has("192.168.1.7:3000"));
    }

    #[test]
    fn a_name_of_somebody_else_is_not() {
        for theirs in [
            "example.com",
            "example.com:3000",
            "127.0.0.1.example.com",
            "localhost.example.com",
            "",
        ] {
            assert!(!Hosts::of("127.0.0.1").has(theirs), "{theirs}");
            assert!(!Hosts::of("0.0.0.0").has(theirs), "{theirs}");
        }
    }
}

//! `hebdo serve`: the site while it is being written.

use std::net::{TcpListener, ToSocketAddrs};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, anyhow};
use hebdo::serve::{self, Hosts};
use jiff::Zoned;

use super::outcome::{Outcome, say};
use super::workshop::Workshop;

/// Show the site in a browser while it is being written
#[derive(Debug, clap::Args)]
#[command(long_about = "\
Show the site in a browser while it is being written.

Builds in memory what build builds, serves it on this machine, and builds it again when a file in
content/, templates/, static/, data/ or hebdo.yaml changes; browsers reload by themselves. Where
something is wrong, the browser shows what the terminal says, over the last good page. Beside
the site, /_email/2026-w05/ shows the mail of an edition as mail programs do, and /_status/ what
hebdo status says of the week. Writes nothing. Ctrl-C ends it.

Example: hebdo serve --drafts --open")]
pub(crate) struct Args {
    /// The port to listen on
    #[arg(long, default_value_t = 3000)]
    port: u16,
    /// The name or address to listen on; only this machine's own is safe
    #[arg(long, default_value = "127.0.0.1")]
    host: String,
    /// Show drafts, and what is dated after today, too
    #[arg(long)]
    drafts: bool,
    /// Open the browser
    #[arg(long)]
    open: bool,
}

pub(super) fn run(args: &Args, root: &Path) -> Outcome {
    let listener = listen(&args.host, args.port)?;
    let local = listener
        .local_addr()
        .context("the address cannot be read")?;
    let url = format!("http://{local}");
    let mut workshop = Workshop::new(root, args.drafts, &url);
    let late = workshop.late();
    let build = move |changed: &[PathBuf]| workshop.build(changed);
    say(&format!("{url}/ (Ctrl-C ends it)"))?;
    if args.open {
        open::that_detached(&url).with_context(|| format!("no browser opens {url}"))?;
    }
    serve::run(root, listener, Hosts::of(&args.host), late, build, tell)
        .map_err(anyhow::Error::from)?;
    Ok(ExitCode::SUCCESS)
}

fn listen(host: &str, port: u16) -> anyhow::Result<TcpListener> {
    let addresses = (host, port).to_socket_addrs();
    let addresses: Vec<_> = addresses
        .with_context(|| format!("there is no host {host}"))?
        .collect();
    TcpListener::bind(&addresses[..]).map_err(|error| match free_after(host, port) {
        Some(free) if error.kind() == std::io::ErrorKind::AddrInUse => {
            anyhow!("port {port} is taken; the next free one: hebdo serve --port {free}")
        }
        _ => anyhow!("cannot listen on {host}:{port}: {error}"),
    })
}

fn free_after(host: &str, port: u16) -> Option<u16> {
    let next = (port..u16::MAX).map(|port| port + 1).take(100);
    next.into_iter()
        .find(|port| TcpListener::bind((host, *port)).is_ok())
}

fn tell(changed: &[PathBuf], built: Result<(), &str>) {
    let time = Zoned::now().strftime("%H:%M:%S").to_string();
    let what = match changed {
        [] => String::new(),
        [one] => format!(" {}", one.file_name().unwrap_or_default().to_string_lossy()),
        many => format!(" {} files", many.len()),
    };
    match built {
        Ok(()) => anstream::eprintln!("{time}{what}: built"),
        Err(error) => anstream::eprintln!("{time}{what}:\n{error}"),
    }
}

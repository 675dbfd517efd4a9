//! How a command ends: its exit status, or why it stopped.

use std::fmt;
use std::io::{ErrorKind, Write};
use std::path::Path;
use std::process::ExitCode;

use hebdo::diag::Diagnostics;
use hebdo::{email, site};

/// What a command returns.
pub(super) type Outcome = Result<ExitCode, Stop>;

/// Why a command stopped.
#[derive(Debug)]
pub(super) enum Stop {
    /// Something is wrong with what somebody wrote: status 1.
    Written(Diagnostics),
    /// A file or the system is at fault: status 1.
    Fault(anyhow::Error),
    /// The command line is: status 2.
    Usage(String),
}

impl Stop {
    /// The same, with the files of a folder named as seen from here.
    pub(super) fn below(self, folder: &Path) -> Self {
        match self {
            Self::Written(diagnostics) => Self::Written(diagnostics.below(folder)),
            other => other,
        }
    }
}

/// As the terminal shows it, with ANSI colours.
impl fmt::Display for Stop {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Written(diagnostics) => write!(f, "{diagnostics}"),
            Self::Fault(error) => write!(f, "error: {error:#}"),
            Self::Usage(message) => f.write_str(message),
        }
    }
}

impl From<Diagnostics> for Stop {
    fn from(diagnostics: Diagnostics) -> Self {
        Self::Written(diagnostics)
    }
}

impl From<anyhow::Error> for Stop {
    fn from(error: anyhow::Error) -> Self {
        Self::Fault(error)
    }
}

impl From<site::Error> for Stop {
    fn from(error: site::Error) -> Self {
        match error {
            site::Error::Written(diagnostics) => Self::Written(diagnostics),
            site::Error::Sink(error) => Self::Fault(error.into()),
            #[cfg(feature = "search")]
            site::Error::Search(error) => Self::Fault(error.into()),
        }
    }
}

impl From<site::SinkError> for Stop {
    fn from(error: site::SinkError) -> Self {
        Self::Fault(error.into())
    }
}

impl From<email::Error> for Stop {
    fn from(error: email::Error) -> Self {
        match error {
            email::Error::Written(diagnostics) => Self::Written(diagnostics),
            other => Self::Fault(other.into()),
        }
    }
}

/// Prints a text on standard output.
pub(super) fn say(text: &str) -> anyhow::Result<()> {
    let mut out = anstream::stdout();
    writeln!(out, "{text}")?;
    Ok(out.flush()?)
}

/// Whether somebody stopped listening (`hebdo import … | head`), which is no fault.
pub(super) fn is_closed_pipe(error: &anyhow::Error) -> bool {
    let io = error.downcast_ref::<std::io::Error>();
    io.is_some_and(|error| error.kind() == ErrorKind::BrokenPipe)
}

//! The form by which readers ask for the mail.

use serde::Serialize;

use super::story::Link;
use crate::model::{Config, Library};
use crate::view::address::Addresses;
use crate::view::text;

/// The form: plain HTML that works without a script.
#[derive(Debug, Serialize)]
pub(super) struct SignupView {
    /// Where it is sent, whole.
    action: String,
    /// What the service calls the reader's address.
    field: String,
    /// What the service wants to know besides.
    hidden: Vec<Hidden>,
    /// The page that says what becomes of the address, where there is one.
    privacy: Option<Link>,
}

/// What a form sends that readers do not type.
#[derive(Debug, Serialize)]
struct Hidden {
    name: String,
    value: String,
}

/// The form, where the settings have one.
pub(super) fn view(
    library: &Library,
    config: &Config,
    addresses: Addresses<'_>,
    rules: &str,
) -> Option<SignupView> {
    let signup = config.signup.as_ref()?;
    let privacy = library
        .leaflets
        .iter()
        .find(|leaflet| leaflet.slug == signup.privacy);
    let hidden = signup.hidden.iter().map(|(name, value)| Hidden {
        name: name.clone(),
        value: value.clone(),
    });
    Some(SignupView {
        action: signup.action.as_str().to_owned(),
        field: signup.field.clone(),
        hidden: hidden.collect(),
        privacy: privacy.map(|leaflet| Link {
            label: text::set(&leaflet.title, rules),
            url: addresses.section(&leaflet.slug),
        }),
    })
}

/// The origin to which the form is sent: `https://host`.
pub(super) fn origin(config: &Config) -> Option<String> {
    let action = config.signup.as_ref()?.action.as_str();
    let url = url::Url::parse(action).ok()?;
    Some(url.origin().ascii_serialization())
}

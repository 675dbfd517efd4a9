//! The names by which entities go, of hebdo's own list and of the editor's.

use std::collections::HashMap;

use super::file::{Entry, File, file};
use crate::model::{Config, Entity, slugify};

/// The names of entities: under which each is filed, and its others.
#[derive(Debug, Default)]
pub struct Names {
    /// By the slug of a name, the place of its entity.
    places: HashMap<String, usize>,
    entities: Vec<Known>,
}

/// An entity that is known.
#[derive(Debug)]
struct Known {
    /// The name under which it is filed.
    name: String,
    /// Names that mean nothing else.
    also: Vec<String>,
    /// Names that may mean something else too.
    short: Vec<String>,
}

impl Names {
    /// The names of hebdo's own list in the site's language, and those of the editor, which count more:
    /// where two entities claim a name, it is the editor's.
    pub fn new(config: &Config) -> Self {
        let own = config.import.entities.iter().map(|entity| Known {
            name: entity.name.clone(),
            also: entity.aliases.clone(),
            short: Vec::new(),
        });
        // A test reads the file; without it, the editor's names are all there are.
        let File { entities, .. } = file().unwrap_or_default();
        let embedded = entities.into_iter().map(|entry| known(entry, &config.lang));
        let mut names = Self {
            places: HashMap::new(),
            entities: own.chain(embedded).collect(),
        };
        names.file();
        names
    }

    /// Notes whose each name is; a name under which an entity is filed is nobody else's.
    fn file(&mut self) {
        let numbered = || self.entities.iter().enumerate();
        let names = numbered().map(|(at, known)| (at, &known.name));
        let also = numbered().flat_map(|(at, known)| known.also.iter().map(move |name| (at, name)));
        for (at, name) in names.chain(also) {
            self.places.entry(slugify(name)).or_insert(at);
        }
    }

    /// The name under which an entity is filed; its own where it is not known, or known by that one.
    pub fn filed<'a>(&'a self, name: &'a str) -> &'a str {
        let slug = slugify(name);
        let known = self.places.get(&slug).map(|at| &self.entities[*at]);
        let other = known.filter(|known| slugify(&known.name) != slug);
        other.map_or(name, |known| &known.name)
    }

    /// Entities as an author names them, each once, under the name by which it is filed; a ticker that one of
    /// its names has stays.
    pub fn filed_all(&self, entities: Vec<Entity>) -> Vec<Entity> {
        let mut all: Vec<Entity> = Vec::with_capacity(entities.len());
        for Entity { name, ticker } in entities {
            let name = self.filed(&name).to_owned();
            match all.iter_mut().find(|other| other.name == name) {
                Some(other) => other.ticker = other.ticker.take().or(ticker),
                None => all.push(Entity { name, ticker }),
            }
        }
        all
    }

    /// The other names of an entity, those that may mean something else at the end.
    pub fn others(&self, name: &str) -> impl Iterator<Item = &str> {
        let at = self.places.get(&slugify(name));
        let known = at.map(|at| &self.entities[*at]).into_iter();
        known.flat_map(|known| known.also.iter().chain(&known.short).map(String::as_str))
    }
}

/// An entity of hebdo's own list on a site in a language: its name in another one is an alias.
fn known(entry: Entry, lang: &str) -> Known {
    let name = entry.name_in(lang).to_owned();
    let Entry {
        name: french,
        en: english,
        also,
        short,
        ..
    } = entry;
    let translated = [Some(french), english].into_iter().flatten();
    let translated = translated.filter(|other| *other != name);
    Known {
        also: translated.chain(also).collect(),
        name,
        short,
    }
}

#[cfg(test)]
mod tests {
    use super::Names;
    use crate::model::{Config, Entity, KnownEntity};

    fn names(lang: &str) -> Names {
        let own = |name: &str, alias: &str| KnownEntity {
            name: name.to_owned(),
            aliases: vec![alias.to_owned()],
            ticker: None,
        };
        let mut config = Config {
            lang: lang.to_owned(),
            ..Config::default()
        };
        config.import.entities = vec![own("Atelier Gris", "AG"), own("AWS", "Nuage AWS")];
        Names::new(&config)
    }

    #[test]
    fn an_entity_is_filed_under_one_name() {
        let french = names("fr");
        for (name, filed) in [
            ("Open AI", "OpenAI"),
            ("OPEN-AI", "OpenAI"),
            ("OpenAI", "OpenAI"),
            ("openai", "openai"),
            ("European Commission", "Commission européenne"),
            ("AG", "Atelier Gris"),
            ("AWS", "AWS"),
            ("Nuage AWS", "AWS"),
            ("Société inconnue", "Société inconnue"),
        ] {
            assert_eq!(french.filed(name), filed);
        }
        assert_eq!(
            names("en").filed("Commission européenne"),
            "European Commission"
        );
    }

    #[test]
    fn an_entity_stands_once_and_keeps_its_ticker() {
        let ticker = "AG.PA".parse().ok();
        let entities = vec![
            Entity::named("Atelier Gris"),
            Entity {
                name: "AG".to_owned(),
                ticker: ticker.clone(),
            },
        ];
        let name = "Atelier Gris".to_owned();
        assert_eq!(names("fr").filed_all(entities), [Entity { name, ticker }]);
    }

    #[test]
    fn other_names_of_an_entity() {
        let names = names("fr");
        let others: Vec<&str> = names.others("Mistral AI").collect();
        assert!(others.contains(&"Mistral"), "{others:?}");
        assert_eq!(names.others("Société inconnue").count(), 0);
    }
}

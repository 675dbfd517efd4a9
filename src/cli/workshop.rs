//! What `hebdo serve` keeps between two builds: files that did not change are not parsed again, pages that
//! would come out the same are not made again.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use hebdo::content::{Choice, Shelf};
use hebdo::model::{Config, Library};
use hebdo::pictures;
use hebdo::project::Project;
use hebdo::serve::{self, Pages};
use hebdo::site::{self, Built, Live};
use jiff::Zoned;

use super::late::Late;
use super::outcome::Stop;
use super::preview::Preview;
use super::unmade::Unmade;

/// A newsletter that is built again and again.
pub(super) struct Workshop {
    root: PathBuf,
    drafts: bool,
    /// Where the pages are served.
    url: String,
    /// Settings, words and templates as they are; none where they are to be read again.
    project: Option<Arc<Project>>,
    /// The settings with which the shelf was filled.
    settings: String,
    shelf: Shelf,
    live: Live,
    late: Arc<Late>,
}

impl Workshop {
    pub(super) fn new(root: &Path, drafts: bool, url: &str) -> Self {
        Self {
            root: root.to_owned(),
            drafts,
            url: url.to_owned(),
            project: None,
            settings: String::new(),
            shelf: Shelf::going_on(),
            live: Live::default(),
            late: Arc::default(),
        }
    }

    /// What is made when a browser asks for it.
    pub(super) fn late(&self) -> serve::Late {
        let late = Arc::clone(&self.late);
        Arc::new(move |path| late.get(path))
    }

    /// All pages as the files are now, of which some changed (none the first time); or what is wrong, as
    /// the terminal shows it.
    pub(super) fn build(&mut self, changed: &[PathBuf]) -> Result<Arc<dyn Pages>, String> {
        if !changed.iter().all(|path| path.starts_with("content")) {
            self.project = None;
        }
        self.shelf.change(changed);
        match self.pages() {
            Ok(pages) => Ok(Arc::new(pages)),
            Err(stop) => Err(stop.below(&self.root).to_string()),
        }
    }

    fn pages(&mut self) -> Result<Shown, Stop> {
        let today = Zoned::now().date();
        let choice = Choice {
            today,
            drafts: self.drafts,
            future: self.drafts,
        };
        let project = self.project(choice)?;
        self.forget_other_settings(&project);
        let (library, _) = project.library_on(&mut self.shelf, None, choice)?;
        let library = Arc::new(library);
        let mut here = project.config.clone(); // mails lead to the site as published
        self.url.clone_into(&mut here.base_url);
        self.render(&project, &here, &library)?;
        let desk = self.shelf.choose(&project.config, Choice::all(today));
        #[cfg(feature = "search")]
        self.late.take(&library, here, &project.locale);
        #[cfg(not(feature = "search"))]
        self.late.take(&library);
        Ok(Shown {
            site: self.live.built(),
            preview: Preview::new(project, library, desk, today),
        })
    }

    fn project(&mut self, choice: Choice) -> Result<Arc<Project>, Stop> {
        let project = match self.project.take() {
            Some(project) => project,
            None => Arc::new(Project::open(&self.root, choice)?),
        };
        self.project = Some(Arc::clone(&project));
        Ok(project)
    }

    /// An article is read by the settings.
    fn forget_other_settings(&mut self, project: &Project) {
        let settings = format!("{:?}", project.config);
        if settings != self.settings {
            self.shelf = Shelf::going_on();
            self.settings = settings;
        }
    }

    /// Makes the pages that changed; after an error those of the last build stay.
    fn render(
        &mut self,
        project: &Project,
        config: &Config,
        library: &Library,
    ) -> Result<(), Stop> {
        let own = project.root.join("static");
        let assets = site::assets(own.is_dir().then_some(own.as_path()))?;
        let rendered = site::render(
            library,
            config,
            &project.locale,
            &project.templates,
            &assets,
            &Unmade(&self.live),
        );
        match rendered {
            Ok(_) => self.live.commit(),
            Err(error) => {
                self.live.give_up();
                return Err(error.into());
            }
        };
        Ok(())
    }
}

/// The site as it was built, and what is shown beside it.
struct Shown {
    site: Built,
    preview: Preview,
}

impl Pages for Shown {
    fn get(&self, path: &str) -> Option<Arc<[u8]>> {
        if pictures::is_made(path) {
            return None; // it is made late
        }
        let beside = || Some(self.preview.get(path)?.into_bytes().into());
        self.site.get(path).or_else(beside)
    }
}

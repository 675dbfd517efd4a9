//! What `hebdo serve` keeps between two builds: files that did not change are not parsed again, pages that
//! would come out the same are not made again.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use hebdo::content::{Choice, Shelf};
use hebdo::model::Library;
use hebdo::pictures;
use hebdo::project::Project;
use hebdo::serve::{self, Pages};
use hebdo::site::{self, Live};
use jiff::Zoned;

use super::late::Late;
use super::outcome::Stop;
use super::preview;
use super::unmade::Unmade;

/// A newsletter that is built again and again.
pub(super) struct Workshop {
    root: PathBuf,
    drafts: bool,
    /// Where the pages are served.
    url: String,
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

    /// All pages as the files are now; or what is wrong, as the terminal shows it.
    pub(super) fn build(&mut self) -> Result<Pages, String> {
        let pages = self.pages();
        pages.map_err(|stop| stop.below(&self.root).to_string())
    }

    fn pages(&mut self) -> Result<Pages, Stop> {
        let choice = Choice {
            today: Zoned::now().date(),
            drafts: self.drafts,
            future: self.drafts,
        };
        let mut project = Project::open(&self.root, choice)?;
        self.forget_other_settings(&project);
        let (library, _) = project.library_on(&mut self.shelf, None, choice)?;
        let mut pages = Pages::new();
        preview::add_mails(&mut pages, &project, &library)?;
        preview::add_status(&mut pages, &project, &mut self.shelf, choice.today)?;
        self.url.clone_into(&mut project.config.base_url); // mails lead to the site as published
        self.render(&project, &library)?;
        pages.extend(self.site());
        self.late.take(library, project);
        Ok(pages)
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
    fn render(&mut self, project: &Project, library: &Library) -> Result<(), Stop> {
        let own = project.root.join("static");
        let assets = site::assets(own.is_dir().then_some(own.as_path()))?;
        let rendered = site::render(
            library,
            &project.config,
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

    fn site(&self) -> impl Iterator<Item = (String, Arc<[u8]>)> {
        let file = |path: &str| Some((path.to_owned(), self.live.get(path)?));
        let made = self.live.paths().filter(|path| !pictures::is_made(path));
        made.filter_map(file)
    }
}

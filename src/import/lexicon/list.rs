//! The lists of the lexicon, by name.

use serde::Deserialize;

/// What a list of words is for: a key of the data files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum List {
    /// `lundi`
    Weekdays,
    /// `semaine`
    Week,
    /// Words between the parts of a date.
    DateLinks,
    /// `1er`
    FirstOfMonth,
    /// `publié le`
    Published,
    /// `mis à jour le`
    Updated,
    /// `CET`
    TimeZones,
    /// `n°`
    Issues,
    /// `p.`, before the number of a page.
    Pages,
    /// `New York`
    Places,
    /// `min de lecture`
    Reading,
    /// `par`
    By,
    /// `et`
    NameLinks,
    /// `de`, `van`
    NameParticles,
    /// `le`, with which names of newspapers begin.
    Articles,
    /// `journaliste`
    Roles,
    /// `la rédaction`
    CollectiveAuthors,
    /// `avec`, before an agency.
    WithAgency,
    /// A machine translated.
    Translation,
    /// A machine helped.
    Assisted,
    #[serde(rename = "self")]
    /// `cet article`
    Itself,
    /// Headings of key points.
    KeyPoints,
    /// Headings of sections for decision-makers.
    Takeaways,
    /// The same, where they come late and bullets follow.
    LateTakeaways,
    /// Who decides.
    Deciders,
    /// Nouns that name a section for them.
    SectionNames,
    /// Words that go with these.
    SectionWords,
    /// `commentaires`
    Counters,
    /// Headings of lists of other pages.
    Related,
    /// `Mots-clés`
    Tags,
    /// The same, where bullets follow.
    TakeawaysLists,
    /// Headings of sources.
    Sources,
    /// Of these, the ones that name one publisher.
    Source,
    /// Headings of what an editor writes above the stories of a round-up.
    Openings,
    /// Headings of a conclusion.
    Conclusion,
    /// Whom a takeaway is for.
    Audiences,
    /// `vous êtes`, with which a point's label calls whom it is for.
    Addresses,
    /// Verbs that say what somebody should do.
    Duties,
    /// Words of headings that promise advice.
    Advice,
    /// `figure`, before a number.
    Captions,
    /// `vous avez dit`, above what was asked of a program.
    Asked,
    /// `… a dit`, above its answer.
    Answered,
    /// With which an answer begins.
    AnswerOpens,
    /// With which it hands a text over.
    AnswerPhrases,
    /// `présenté par`: what begins the label of a sponsor's box.
    Sponsors,
    /// Words with which a line does not end.
    LeadsOn,
    /// Words with which a sentence begins, and no letter's greeting.
    Opens,
    /// Verbs of saying.
    Saying,
    /// Words that make a heading of a line with a verb.
    Asks,
    /// What a button says.
    Buttons,
    /// `retour aux`, before a page of the site.
    WaysBack,
    /// What a button does.
    Actions,
    /// Menu words.
    Menu,
    /// Phrases of page furniture.
    Boilerplate,
    /// What the newsletter's settings say to be furniture.
    Furniture,
    /// An agency's notes to its desks.
    DeskNotes,
    /// `reportage de`
    Credits,
    /// Signs of a text's end.
    Ends,
    /// `communiqué de presse`
    ReleaseLabels,
    /// Marks of services that send press releases out.
    ReleaseWires,
    /// `sous embargo`
    Embargo,
    /// `contact presse`
    Contacts,
    /// `à propos de`
    CompanyNote,
    /// Headings of readers' comments.
    Comments,
    /// `tous droits réservés`
    Rights,
    /// `résumé`
    SummaryHeadings,
    /// Names of a mail's header lines.
    MailFields,
    /// `objet`
    MailSubject,
    /// `envoyé`
    MailDate,
    /// `TR`, `Re`
    MailMarks,
    /// `message transféré`
    Forwarded,
    /// `a écrit`
    Wrote,
    /// Words that keep a hyphen after them.
    HyphenAfter,
    /// Words that keep a hyphen before them.
    HyphenBefore,
    /// Words by which a round-up names itself.
    Digests,
    /// `why it matters`: parts of one article.
    ArticleParts,
    /// `lire`, before an address.
    ReadLinks,
    /// Words between the name of a section and whom it is for.
    ForWhom,
    /// `pour`, before whom a point is for.
    Addressed,
    /// `aux`, before whom a paragraph speaks to.
    SpokenTo,
    /// Headings of a table of contents.
    Contents,
    /// Where a page can be shared.
    Networks,
    /// A day counted from another one.
    Relative,
    /// `jours`, of a count.
    Units,
    /// `début`, before a month.
    PartOfYear,
    /// `trimestre`, before a year.
    Seasons,
    /// Words that speak to the reader or for the page.
    Reader,
    /// Verbs that make a sentence of a line that begins like furniture.
    FiniteVerbs,
    /// With which a description of an image begins.
    ImageFirst,
    /// With which it ends.
    ImageLast,
    /// `inscrivez-vous`
    Calls,
    /// `retrouvez`, before something of the page's.
    PageCalls,
    /// `notre chaîne`, after a call.
    PageThings,
    /// `par mois`, beside a price.
    Offers,
    /// `Adobe Stock`, after a sign.
    ImageBanks,
    /// `(Illustration)`
    ImageNotes,
    /// Phrases that speak of the page itself.
    PagePhrases,
    /// `RCS`, of a company's legal identity.
    CompanyMarks,
    /// Nouns of publishers' names.
    Publishers,
    /// `dès maintenant`
    Lures,
    /// Headings of disclaimers.
    DisclaimerHeadings,
    /// Phrases of disclaimers.
    Disclaimer,
    /// Headings of notes on the author.
    AuthorNote,
    /// Words that begin a sentence of prose.
    FunctionWords,
    /// Tags that say nothing.
    NoTags,
    /// Phrases of the line that feeds add to their entries.
    FeedTails,
    /// First names of hosts that count readers and lead on.
    CountingHosts,
    /// Parts of addresses that do.
    CountingPlaces,
    /// What a link says that only leads to the rest of an article.
    ReadOn,
    /// Parts of addresses of images that do.
    Pixels,
    /// `De`, in the head of a forwarded mail.
    MailFrom,
    /// `À`
    MailTo,
    /// `Tr`, before a subject.
    SubjectPrefixes,
    /// Between a person's name and a publisher's.
    SenderLinks,
    /// `voir dans le navigateur`
    MailOnline,
    /// Phrases about the subscription.
    MailFooters,
    /// `bonjour`
    Greetings,
    /// `cordialement`
    Farewells,
    /// `en pièce jointe`
    Attachments,
    /// Phrases about who publishes a mail.
    Imprints,
    /// Names of networks, and the words around them.
    NetworkWords,
}

/** The words of pages and feeds themselves. All else in them is the author's. */
export type Words = {
  readonly skip: string
  readonly episodes: string
  readonly noEpisodes: string
  readonly season: string
  readonly episode: string
  readonly trailer: string
  readonly bonus: string
  readonly explicit: string
  readonly player: string
  readonly download: string
  readonly video: string
  readonly watchOn: string
  readonly watchPrivacy: string
  readonly chapters: string
  readonly notes: string
  readonly people: string
  readonly transcript: string
  readonly transcriptFiles: string
  readonly plainText: string
  readonly subscribe: string
  readonly subscribeHow: string
  readonly feedReader: string
  /** Of the link below notes that were cut. */
  readonly fullNotes: string
  /** Above the links of a conversation. */
  readonly mentioned: string
  /** Of a feed that is opened in a browser. */
  readonly feedHere: string
  readonly feedHow: string
  readonly feedSite: string
  /** Of a page that is somewhere else now, before the link to it. */
  readonly moved: string
}

const english: Words = {
  skip: 'Skip to the content',
  episodes: 'Episodes',
  noEpisodes: 'The first episode is on its way.',
  season: 'Season',
  episode: 'Episode',
  trailer: 'Trailer',
  bonus: 'Bonus',
  explicit: 'Explicit',
  player: 'Player',
  download: 'Download',
  video: 'Video',
  watchOn: 'Watch on',
  watchPrivacy: 'Nothing is loaded from there until you follow this link.',
  chapters: 'Chapters',
  notes: 'Show notes',
  people: 'People',
  transcript: 'Transcript',
  transcriptFiles: 'Transcript files',
  plainText: 'Text',
  subscribe: 'Subscribe',
  subscribeHow: 'Copy this address into your podcast app:',
  feedReader: 'Reading in a feed reader?',
  fullNotes: 'All show notes',
  mentioned: 'Mentioned in this episode:',
  feedHere: 'This is a podcast.',
  feedHow:
    'To follow it, copy the address of this page from the bar of your browser into a podcast app. New episodes then arrive by themselves.',
  feedSite: 'Listen and read on the website:',
  moved: 'This page has moved:',
}

const german: Words = {
  skip: 'Zum Inhalt springen',
  episodes: 'Folgen',
  noEpisodes: 'Die erste Folge ist unterwegs.',
  season: 'Staffel',
  episode: 'Folge',
  trailer: 'Trailer',
  bonus: 'Bonus',
  explicit: 'Explizit',
  player: 'Player',
  download: 'Herunterladen',
  video: 'Video',
  watchOn: 'Ansehen auf',
  watchPrivacy: 'Von dort wird nichts geladen, bis du dem Link folgst.',
  chapters: 'Kapitel',
  notes: 'Shownotes',
  people: 'Mitwirkende',
  transcript: 'Transkript',
  transcriptFiles: 'Transkript als Datei',
  plainText: 'Text',
  subscribe: 'Abonnieren',
  subscribeHow: 'Diese Adresse in die Podcast-App kopieren:',
  feedReader: 'Für Feedreader:',
  fullNotes: 'Alle Shownotes',
  mentioned: 'In dieser Folge erwähnt:',
  feedHere: 'Das ist ein Podcast.',
  feedHow:
    'Kopiere die Adresse dieser Seite aus der Adresszeile in eine Podcast-App, um ihm zu folgen. Neue Folgen kommen dann von selbst.',
  feedSite: 'Hören und lesen auf der Website:',
  moved: 'Diese Seite ist umgezogen:',
}

const french: Words = {
  skip: 'Aller au contenu',
  episodes: 'Épisodes',
  noEpisodes: 'Le premier épisode arrive bientôt.',
  season: 'Saison',
  episode: 'Épisode',
  trailer: 'Bande-annonce',
  bonus: 'Bonus',
  explicit: 'Explicite',
  player: 'Lecteur',
  download: 'Télécharger',
  video: 'Vidéo',
  watchOn: 'Regarder sur',
  watchPrivacy: 'Rien n’est chargé depuis ce site tant que vous ne suivez pas le lien.',
  chapters: 'Chapitres',
  notes: 'Notes de l’épisode',
  people: 'Intervenants',
  transcript: 'Transcription',
  transcriptFiles: 'Fichiers de transcription',
  plainText: 'Texte',
  subscribe: 'S’abonner',
  subscribeHow: 'Copiez cette adresse dans votre application de podcasts :',
  feedReader: 'Pour un lecteur de flux :',
  fullNotes: 'Toutes les notes de l’épisode',
  mentioned: 'Mentionnés dans cet épisode :',
  feedHere: 'Ceci est un podcast.',
  feedHow:
    'Pour le suivre, copiez l’adresse de cette page dans une application de podcasts. Les nouveaux épisodes y arriveront d’eux-mêmes.',
  feedSite: 'Écouter et lire sur le site :',
  moved: 'Cette page a déménagé :',
}

const spanish: Words = {
  skip: 'Saltar al contenido',
  episodes: 'Episodios',
  noEpisodes: 'El primer episodio está en camino.',
  season: 'Temporada',
  episode: 'Episodio',
  trailer: 'Tráiler',
  bonus: 'Extra',
  explicit: 'Explícito',
  player: 'Reproductor',
  download: 'Descargar',
  video: 'Vídeo',
  watchOn: 'Ver en',
  watchPrivacy: 'No se carga nada de allí hasta que sigas el enlace.',
  chapters: 'Capítulos',
  notes: 'Notas del episodio',
  people: 'Participantes',
  transcript: 'Transcripción',
  transcriptFiles: 'Archivos de transcripción',
  plainText: 'Texto',
  subscribe: 'Suscribirse',
  subscribeHow: 'Copia esta dirección en tu aplicación de pódcast:',
  feedReader: 'Para un lector de feeds:',
  fullNotes: 'Todas las notas del episodio',
  mentioned: 'Mencionado en este episodio:',
  feedHere: 'Esto es un pódcast.',
  feedHow:
    'Para seguirlo, copia la dirección de esta página en una aplicación de pódcast. Los episodios nuevos llegarán solos.',
  feedSite: 'Escuchar y leer en el sitio web:',
  moved: 'Esta página se ha mudado:',
}

/** By the first part of the language tag. A language joins with its row. */
const languages: ReadonlyMap<string, Words> = new Map([
  ['en', english],
  ['de', german],
  ['fr', french],
  ['es', spanish],
])

/** The words in the show's language, English where we have none in it. `lang` says which they are, for screen readers. */
export function wordsFor(language: string): {readonly lang: string; readonly words: Words} {
  const primary = language.toLowerCase().split('-')[0] ?? ''
  const words = languages.get(primary)
  return words === undefined ? {lang: 'en', words: english} : {lang: language, words}
}

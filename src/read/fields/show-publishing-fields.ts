import {defaultHosts, hostNames} from '../../model/serving.ts'
import {booleanKind, oneOf, text} from '../../tags/kinds/value-kinds.ts'
import {listOf, mapped} from '../../tags/kinds/value-shapes.ts'
import {webUrl} from '../../tags/kinds/value-texts.ts'
import {type FieldTable, row} from './field-table.ts'
import {appLinkMap, editableFolder, translationMap} from './link-kinds.ts'
import {analyticsPrefix, noPrefix} from './show-kinds.ts'
import {themeSettings} from './theme-kinds.ts'

/** The fields for how a show reaches its listeners: who counts downloads, who is told, where people follow it, how it is served. */
export const showPublishingFields = {
  prefixes: row({
    keys: [
      'prefixes',
      'prefix',
      'analytics',
      'analytics_prefix',
      'analytics_prefixes',
      'tracking_prefix',
      'audio_prefix',
    ],
    kind: mapped(listOf(analyticsPrefix), (list) => list.filter((each) => each !== noPrefix)),
    summary:
      'Services that count downloads, the outermost first: `op3`, `podtrac`, `podscribe`, `podsights`, or an address. They are put before the addresses of media files in feeds, and nowhere else.',
    example: 'prefixes: [op3, https://pdcn.co/e/]',
  }),
  links: row({
    keys: ['links', 'platforms', 'subscribe_links', 'directories'],
    kind: appLinkMap,
    summary:
      'Where people follow the show: its page in each directory. An app that can open any feed has a button even without a link here. `none` removes the button of an app.',
    example: 'links: {apple: https://podcasts.apple.com/podcast/id1, spotify: https://open.spotify.com/show/1}',
  }),
  translations: row({
    keys: ['translations', 'hreflang'],
    kind: translationMap,
    summary:
      'The same show in other languages: the address of its page by language. The page of the show links to it, and tells search engines (`hreflang`). The other show names this one in the same way, or search engines believe neither.',
    example: 'translations: {de: https://example.org/nachtzuege/}',
  }),
  repository: row({
    keys: ['repository', 'edit_url'],
    kind: editableFolder,
    summary:
      'Where the folder of the show is at GitHub, GitLab, Codeberg or Gitea, as your browser shows it there. Readers who select words of a transcript then get a link to that line, to mend it. A repository alone is its root on the branch `main`.',
    example: 'repository: https://github.com/mara/night-trains/tree/main/show',
  }),
  hubs: row({
    keys: ['hubs', 'hub', 'websub', 'websub_hub', 'pubsubhubbub'],
    kind: listOf(webUrl),
    joins: true,
    summary: 'WebSub hubs. They tell readers about new episodes. Tell the hub after you publish: `castwright notify`.',
    example: 'hubs: [https://pubsubhubbub.appspot.com/]',
  }),
  transcript_links: row({
    keys: ['transcript_links'],
    kind: booleanKind,
    summary:
      '`true` adds links to the transcript below the show notes in feeds, because few apps show transcripts themselves.',
    example: 'transcript_links: true',
    default: 'false',
  }),
  pages: row({
    keys: ['pages'],
    kind: booleanKind,
    summary: '`false` writes no pages, because another generator makes the site: only feeds and what they name.',
    example: 'pages: false',
    default: 'true',
  }),
  embed: row({
    keys: ['embed', 'embeddable'],
    kind: booleanKind,
    summary:
      '`true` lets other sites show the player of an episode: a page for their frames, oEmbed, and `episode.json` for the Podlove web player.',
    example: 'embed: true',
    default: 'false',
  }),
  own_pages: row({
    keys: ['own_pages'],
    kind: listOf(text()),
    joins: true,
    summary:
      'Markdown files that are pages of the site and no episodes, such as one about the show. `pages/about.md` becomes `about/`.',
    example: 'own_pages: pages/*.md',
  }),
  theme: row({
    keys: ['theme', 'look'],
    kind: themeSettings,
    summary:
      'How the pages look: `colours`, `fonts`, `logo`, and the links of `navigation` and `footer`. Its files lie in the folder `theme/` ([guide](guide.md#theme)).',
    example: 'theme: {colours: {accent: "#0a6b4d"}, logo: logo.svg, navigation: {About: pages/about.md}}',
  }),
  data: row({
    keys: ['data'],
    kind: booleanKind,
    summary:
      '`true` writes a `data.json` of the show and of each episode, for other generators: notes, media, people, chapters, transcripts.',
    example: 'data: true',
    default: 'false',
  }),
  hosting: row({
    keys: ['hosting'],
    kind: listOf(oneOf(hostNames)),
    summary:
      'The hosts that the output is made ready for. Each gets content types, caching and redirects in the form that it reads.',
    example: 'hosting: apache',
    default: defaultHosts.join(', '),
  }),
  precompress: row({
    keys: ['precompress'],
    kind: booleanKind,
    summary: '`true` puts a `.gz` and a `.br` copy beside each text file, for servers that send such copies.',
    example: 'precompress: true',
    default: 'false',
  }),
} as const satisfies FieldTable

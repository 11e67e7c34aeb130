import {feedKinds} from '../../dist/file-kinds/feed-kinds.js'
import {hosts} from '../../dist/hosting/hosts.js'
import {contentTypeOf, servedKindOf} from '../../dist/hosting/served-kinds.js'
import {defaultHosts} from '../../dist/model/serving.js'
import {sitePaths} from '../../dist/model/site-paths.js'
import {episodePageKinds, showPageKinds} from '../../dist/pages/page-kinds.js'
import {writtenFormats} from '../../dist/transcripts/all-formats.js'
import {code, page, table} from './markdown.mjs'

const slug = '<slug>'

/**
 * One kind of output file. What it is served as is told by the type, or by that of an example where the type follows from the content.
 * @typedef {{path: string, what: string, mimeType?: string | undefined, exampleMimeType?: string, remark?: string}} Output
 */

/** @returns {readonly Output[]} */
function outputs() {
  return [
    ...feedKinds.map(({name, title, mimeType, mainPath}) => ({
      path: mainPath,
      what: title,
      mimeType,
      remark: `\`feeds: {${name}: …}\` sets another path`,
    })),
    ...[...showPageKinds, ...episodePageKinds].map(({title, example, mimeType = 'text/html'}) => ({
      path: example(slug),
      what: title,
      mimeType,
    })),
    ...writtenFormats.map(({file: {extensions, mimeType}, captions, title}) => ({
      path: `${sitePaths.transcript(slug, undefined)}${extensions[0]}`,
      what: `Transcript: ${title}`,
      mimeType,
      remark: captions ? 'only if every cue has a real time' : '',
    })),
    {
      path: sitePaths.chapters(slug),
      what: 'Chapters, Podcasting 2.0 JSON',
      mimeType: 'application/json+chapters',
      remark: 'if the episode has chapters',
    },
    {
      path: sitePaths.chapterTrack(slug),
      what: 'Chapters, WebVTT',
      mimeType: 'text/vtt',
      remark: 'for the player on the page; if the episode has chapters',
    },
    {
      path: sitePaths.media(slug, '', '.mp3'),
      what: 'Media files of the show folder',
      exampleMimeType: 'audio/mpeg',
      remark: 'copied only if they changed; not copied with `media_url`',
    },
    {path: sitePaths.image(slug, '.jpg'), what: 'Cover art', exampleMimeType: 'image/jpeg'},
  ]
}

/** @param {Output} output */
function row({path, what, mimeType, exampleMimeType = '', remark = ''}) {
  const {cacheControl, forOtherSites} = servedKindOf({path, mimeType: mimeType ?? exampleMimeType})
  const contentType = mimeType === undefined ? 'by content' : code(contentTypeOf(mimeType))
  return [code(path), what, contentType, code(cacheControl), forOtherSites ? 'yes' : '', remark]
}

/** The files that hosts read, each with everybody who reads it. */
function hostFileRows() {
  const files = Object.entries(hosts).flatMap(([name, {title, inOutput}]) =>
    inOutput.map(({path}) => ({path, name, title})),
  )
  return [...new Set(files.map(({path}) => path))].map((path) => {
    const readers = files.filter((file) => file.path === path)
    const isDefault = readers.some(({name}) => defaultHosts.some((host) => host === name))
    const remark = isDefault ? 'not with `hosting: none`' : `with \`hosting: ${readers[0]?.name}\``
    return [code(path), `For ${readers.map(({title}) => title).join(', ')}`, '', '', '', remark]
  })
}

export function outputsPage() {
  return page('Outputs', [
    'What `castwright build` writes below the output folder. If a transcript is in another language than the show, its name has the tag of that language: `transcript.de.vtt`.',
    'The other columns say how a server must send each file. *CORS* stands for the header `Access-Control-Allow-Origin: *`, which players on other sites need. The last rows are files that tell this to hosts ([hosting](guide.md#hosting)).',
    table(['path', 'what', 'Content-Type', 'Cache-Control', 'CORS', ''], [...outputs().map(row), ...hostFileRows()]),
  ])
}

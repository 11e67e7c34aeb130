import type {SourceShow} from '../../src/sources/source-show.ts'

/** A show with the notes of its episodes as texts, so that it can be compared with what is expected. */
export function unpackedShow({episodes, ...show}: SourceShow) {
  return {...show, episodes: episodes.map((each) => ({...each, notesHtml: each.notesHtml()}))}
}

/** What a value must be. `url` and `date` are strings of that form; `html` is a string that readers show. */
export type JsonKind =
  | 'string'
  | 'url'
  | 'date'
  | 'language'
  | 'html'
  | 'media-type'
  | 'boolean'
  | 'number'
  | 'strings'
  | JsonObjectRow

/** An object, or an array of them, with its members. */
export type JsonObjectRow = {readonly list: boolean; readonly members: Readonly<Record<string, JsonMemberRow>>}

export type JsonMemberRow = {
  readonly kind: JsonKind
  readonly needed?: 'required' | 'recommended'
  /** The member that replaced it in version 1.1. */
  readonly outdated?: string
}

const text: JsonMemberRow = {kind: 'string'}
const url: JsonMemberRow = {kind: 'url'}

const person: Readonly<Record<string, JsonMemberRow>> = {name: text, url, avatar: url}
const authors: JsonMemberRow = {kind: {list: true, members: person}}
const author: JsonMemberRow = {kind: {list: false, members: person}, outdated: 'authors'}

const attachment: Readonly<Record<string, JsonMemberRow>> = {
  url: {kind: 'url', needed: 'required'},
  mime_type: {kind: 'media-type', needed: 'required'},
  title: text,
  size_in_bytes: {kind: 'number'},
  duration_in_seconds: {kind: 'number'},
}

const item: Readonly<Record<string, JsonMemberRow>> = {
  id: {kind: 'string', needed: 'required'},
  url,
  external_url: url,
  title: text,
  content_html: {kind: 'html'},
  content_text: text,
  summary: text,
  image: url,
  banner_image: url,
  date_published: {kind: 'date'},
  date_modified: {kind: 'date'},
  author,
  authors,
  tags: {kind: 'strings'},
  language: {kind: 'language'},
  attachments: {kind: {list: true, members: attachment}},
}

/** The members of JSON Feed 1.1, and the older ones of 1.0. https://www.jsonfeed.org/version/1.1/ */
export const jsonFeedMembers: Readonly<Record<string, JsonMemberRow>> = {
  version: {kind: 'string', needed: 'required'},
  title: {kind: 'string', needed: 'required'},
  home_page_url: {kind: 'url', needed: 'recommended'},
  feed_url: {kind: 'url', needed: 'recommended'},
  description: text,
  user_comment: text,
  next_url: url,
  icon: url,
  favicon: url,
  author,
  authors,
  language: {kind: 'language'},
  expired: {kind: 'boolean'},
  hubs: {
    kind: {list: true, members: {type: {kind: 'string', needed: 'required'}, url: {kind: 'url', needed: 'required'}}},
  },
  items: {kind: {list: true, members: item}, needed: 'required'},
}

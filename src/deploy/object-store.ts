import {createReadStream} from 'node:fs'
import {buffer} from 'node:stream/consumers'
import {setTimeout as pause} from 'node:timers/promises'
import {AwsV4Signer} from 'aws4fetch'
import {XMLParser} from 'fast-xml-parser'
import {decodeCharacterReferences} from '../text/markup/character-references.ts'
import {bucketUrl, encodedSegment} from './bucket-url.ts'

/** Where a store is, and the keys that requests are signed with. The keys come from the environment and are never written anywhere. */
export type StoreAddress = {
  readonly bucket: string
  readonly region: string
  /** The address of a store that is not Amazon's. There the bucket is the first part of the path. */
  readonly endpoint?: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken?: string
}

/** An object as the store lists it. */
export type StoredObject = {readonly etag: string; readonly sizeInBytes: number}

type Headers = Readonly<Record<string, string>>
export type StoreAnswer = {readonly status: number; readonly headers: Headers; readonly body: Buffer}

/** A text, or a file whose hash is known. The file is sent as a stream, and the store refuses other bytes. */
export type StoreBody =
  | {readonly text: string; readonly sha256: string}
  | {readonly file: string; readonly sizeInBytes: number; readonly sha256: string}

/** What went wrong, in words for a person. `isFinal` means that another request would not help. */
export type StoreFault = {readonly fault: string; readonly isFinal: boolean}

export function isStoreFault(value: object): value is StoreFault {
  return 'fault' in value
}

/** The operations of an S3-compatible store that a deploy needs. */
export type ObjectStore = {
  readonly get: (key: string) => Promise<StoreAnswer | StoreFault>
  readonly head: (key: string) => Promise<StoreAnswer | StoreFault>
  readonly put: (key: string, body: StoreBody, headers: Headers) => Promise<StoreAnswer | StoreFault>
  readonly remove: (key: string) => Promise<StoreAnswer | StoreFault>
  /** Lists every object whose key begins with `prefix`, by key. */
  readonly list: (prefix: string) => Promise<ReadonlyMap<string, StoredObject> | StoreFault>
}

const emptySha256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
const mostTries = 5
const firstPauseInMilliseconds = 200
const longestPauseInMilliseconds = 30_000
const silenceInMilliseconds = 60_000

/** `mostPerPage` objects are listed at a time. Stores list no more than a thousand. */
export function openStore(address: StoreAddress, mostPerPage = 1000): ObjectStore {
  const ask = (method: string, url: string, body?: StoreBody, headers: Headers = {}) =>
    persistently(() => send(address, {method, url, headers, ...(body === undefined ? {} : {body})}))
  const base = bucketUrl(address)
  const urlOf = (key: string) => `${base}/${key.split('/').map(encodedSegment).join('/')}`
  return {
    get: (key) => ask('GET', urlOf(key)),
    head: (key) => ask('HEAD', urlOf(key)),
    put: async (key, body, headers) => refused(await ask('PUT', urlOf(key), body, headers), key),
    remove: async (key) => refused(await ask('DELETE', urlOf(key)), key),
    // There is no final `/`, because servers differ on whether a signature is valid with it.
    list: (prefix) => listAll((query) => ask('GET', `${base}?${query}`), prefix, mostPerPage),
  }
}

function refused(answer: StoreAnswer | StoreFault, key: string): StoreAnswer | StoreFault {
  if (isStoreFault(answer) || answer.status < 300) return answer
  return {fault: `${key}: ${reasonOf(answer)}`, isFinal: true}
}

const xml = new XMLParser({parseTagValue: false})

/** The reason that the store gives for a refusal: `AccessDenied: …`. */
export function reasonOf({status, headers, body}: StoreAnswer): string {
  const {Error: error}: {readonly Error?: {readonly Code?: string; readonly Message?: string}} = parsed(
    body.toString('utf8'),
  )
  const reason =
    error?.Code === undefined ? `the store answered ${status}` : `${error.Code}: ${error.Message ?? status}`
  // Amazon refuses requests for buckets of other regions, and says in this header alone where they are.
  const region = headers['x-amz-bucket-region']
  return region === undefined || ![301, 307, 400].includes(status)
    ? reason
    : `${reason} (the bucket is in ${region}: --region ${region}, or AWS_REGION)`
}

function parsed<T extends object>(text: string): T {
  try {
    return xml.parse(text) as T
  } catch {
    return {} as T
  }
}

type ListResult = {
  readonly ListBucketResult?: {readonly IsTruncated?: string; readonly NextContinuationToken?: string}
}

/** One object of a list. The parser takes as long for the objects of a large show as all the rest of a deploy. */
const listedObject = /<Contents>[\s\S]*?<\/Contents>/g
const [listedKey, listedEtag, listedSize] = [/<Key>([^<]*)</, /<ETag>([^<]*)</, /<Size>([^<]*)</]

function listedMember(object: string, member: RegExp): string {
  return decodeCharacterReferences(member.exec(object)?.[1] ?? '')
}

/** Lists all objects page by page. */
async function listAll(
  ask: (query: string) => Promise<StoreAnswer | StoreFault>,
  prefix: string,
  mostPerPage: number,
): Promise<ReadonlyMap<string, StoredObject> | StoreFault> {
  const objects = new Map<string, StoredObject>()
  let token: string | undefined
  do {
    // `/` is encoded as well, because what is signed and what is sent must be the same.
    const more = token === undefined ? '' : `continuation-token=${encodedSegment(token)}&`
    const answer = await ask(`${more}list-type=2&max-keys=${mostPerPage}&prefix=${encodedSegment(prefix)}`)
    if (isStoreFault(answer)) return answer
    const text = answer.body.toString('utf8')
    const {ListBucketResult: result} = parsed<ListResult>(text.replace(listedObject, ''))
    if (answer.status !== 200) return {fault: reasonOf(answer), isFinal: true}
    if (result === undefined)
      return {fault: 'what answers there is no store: it sends no list of objects', isFinal: true}
    for (const [object] of text.matchAll(listedObject)) {
      const etag = unquoted(listedMember(object, listedEtag))
      objects.set(listedMember(object, listedKey), {etag, sizeInBytes: Number(listedMember(object, listedSize))})
    }
    token = result.NextContinuationToken ?? ''
    if (result.IsTruncated !== 'true') return objects
  } while (token !== '')
  // A store of an old kind. What it does not list would be sent again by every deploy, and never be deleted.
  return {fault: `the store lists ${objects.size} objects and does not say how to go on`, isFinal: true}
}

/** Gives `"abc"` as `abc`, also where the XML has the quotes as references. */
export function unquoted(etag: string): string {
  return etag.replaceAll('&quot;', '"').replace(/^"|"$/g, '')
}

/** Tries again if the next try may succeed: the store was busy, or a connection broke. */
async function persistently(ask: () => Promise<StoreAnswer | StoreFault>): Promise<StoreAnswer | StoreFault> {
  for (let tries = 1; ; tries += 1) {
    const answer = await ask()
    const mayHelp = isStoreFault(answer) ? !answer.isFinal : answer.status >= 500 || [408, 429].includes(answer.status)
    if (!mayHelp || tries === mostTries) return answer
    await pause(Math.max(firstPauseInMilliseconds * 2 ** (tries - 1), askedPause(answer)))
  }
}

/** A store that has too much to do may say how long to wait. What it writes as a date is not read: clocks differ. */
function askedPause(answer: StoreAnswer | StoreFault): number {
  const seconds = isStoreFault(answer) ? Number.NaN : Number.parseInt(answer.headers['retry-after'] ?? '', 10)
  return Number.isNaN(seconds) ? 0 : Math.min(seconds * 1000, longestPauseInMilliseconds)
}

type Question = {
  readonly method: string
  readonly url: string
  readonly headers: Headers
  readonly body?: StoreBody
}

async function send(address: StoreAddress, {method, url, headers, body}: Question): Promise<StoreAnswer | StoreFault> {
  const {accessKeyId, secretAccessKey, sessionToken, region} = address
  const sent = {...headers, 'X-Amz-Content-Sha256': body?.sha256 ?? emptySha256}
  const session = sessionToken === undefined ? {} : {sessionToken}
  const keys = {accessKeyId, secretAccessKey, ...session}
  const signed = await new AwsV4Signer({...keys, method, url, headers: sent, region, service: 's3'}).sign()
  const all: Record<string, string | number> = body === undefined ? {} : {'Content-Length': sizeOf(body)}
  signed.headers.forEach((value, name) => {
    all[name] = value
  })
  const {request: ask} = process.getBuiltinModule(signed.url.protocol === 'http:' ? 'node:http' : 'node:https')
  return new Promise((resolve) => {
    const fail = (error: Error) => resolve({fault: `the store cannot be reached (${error.message})`, isFinal: false})
    const request = ask(signed.url, {method, headers: all}, (response) => {
      const answered = Object.entries(response.headers).map(([name, value]) => [name, String(value)] as const)
      buffer(response).then(
        (bytes) => resolve({status: response.statusCode ?? 0, headers: Object.fromEntries(answered), body: bytes}),
        fail,
      )
    })
    request.on('error', fail)
    request.setTimeout(silenceInMilliseconds, () => request.destroy(new Error('it does not answer')))
    if (body === undefined) request.end()
    else if ('text' in body) request.end(body.text)
    else
      createReadStream(body.file)
        .on('error', (error) => request.destroy(error))
        .pipe(request)
  })
}

function sizeOf(body: StoreBody): number {
  return 'text' in body ? Buffer.byteLength(body.text) : body.sizeInBytes
}

import type {HttpAnswer} from './http-client.ts'

/** Which bytes of the file an answer has, and the size of the file. */
export type ContentRange = {readonly start: number; readonly totalInBytes: number | undefined}

/** For a part `Content-Range` says it, for the whole `Content-Length`. RFC 9110 section 14.4 */
export function contentRange({status, headers}: HttpAnswer): ContentRange {
  if (status === 206 || status === 416) {
    const [, start = '0', total = ''] = /^bytes (?:(\d+)-\d+|\*)\/(\d+|\*)$/i.exec(headers['content-range'] ?? '') ?? []
    return {start: Number(start), totalInBytes: /^\d+$/.test(total) ? Number(total) : undefined}
  }
  const length = headers['content-length']
  return {start: 0, totalInBytes: length !== undefined && /^\d+$/.test(length) ? Number(length) : undefined}
}

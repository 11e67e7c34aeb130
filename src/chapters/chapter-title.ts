import {withoutIllegalXml} from '../text/markup/xml-characters.ts'

/**
 * Makes a title one line. Line formats (`00:01:02.000 Title`) and players have room for only one line, and in a line format a line
 * break in a title would make a second, broken chapter. Titles that were copied out of audio editors may have control characters.
 */
export function cleanTitle(title: string): string {
  return withoutIllegalXml(title.replace(/[\s\x00-\x1F\x7F-\x9F]+/g, ' ')).trim()
}

import {withoutIllegalXml} from '../text/xml-characters.ts'

/**
 * A title as one line: line formats (`00:01:02.000 Title`) and players have room for no more, and a line break in a title
 * would make a second, broken chapter there. Control characters come along with titles copied out of audio editors.
 */
export function cleanTitle(title: string): string {
  return withoutIllegalXml(title.replace(/[\s\x00-\x1F\x7F-\x9F]+/g, ' ')).trim()
}

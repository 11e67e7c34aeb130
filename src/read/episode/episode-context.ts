import type {Show} from '../../model/show.ts'
import type {FrontMatter} from '../data/authored-data.ts'
import type {episodeFields} from '../fields/episode-fields.ts'
import type {FieldReader} from '../fields/field-table.ts'
import type {FileIndex} from '../files/file-index.ts'
import type {SpareFiles} from '../files/spare-files.ts'
import type {PeopleFiles} from './people-files.ts'

/** What reading one episode needs to know of the show. */
export type EpisodeContext = {
  readonly folder: string
  readonly show: Show
  readonly fields: FieldReader<typeof episodeFields>
  /** What the show's file says about files that must not be edited. */
  readonly corrections: {
    readonly leftOut: ReadonlySet<string>
    readonly corrected: (source: FrontMatter) => FrontMatter
  }
  readonly index: FileIndex
  readonly peopleFiles: PeopleFiles
  readonly transcriptsOf: (file: string) => readonly string[]
  readonly spare: SpareFiles
}

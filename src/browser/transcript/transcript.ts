/** What one can do with a transcript beside listening: read what one person says, mend a line, and see each word as it is said. */
import {markHeardWords} from './heard-word.ts'
import {offerMending} from './mend-line.ts'
import {chooseSpeakers} from './speakers.ts'

chooseSpeakers()
offerMending()
markHeardWords()

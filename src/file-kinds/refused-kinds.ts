import type {Extension, FileKind} from './file-kind.ts'

function refused(
  title: string,
  extensions: readonly [Extension, ...Extension[]],
  mimeType: string,
  reason: string,
): FileKind {
  const name = extensions[0].slice(1)
  return {name, title, extensions, mimeType, aliases: [], role: 'transcript', form: 'bytes', refused: reason}
}

const television = 'it is made for television, and most of it is layout'
const document = 'it is a word processor document'
const columns = 'its columns mean something else in every program'

/** Files that hold what people said, in a form that we do not read. */
export const refusedTranscriptKinds: readonly FileKind[] = [
  refused('LRC (song lyrics)', ['.lrc'], 'text/x-lrc', 'it has no ends and no speakers'),
  refused('MicroDVD or VobSub', ['.sub'], 'text/x-microdvd', 'it counts frames of a video, or holds pictures of text'),
  refused('TTML', ['.ttml'], 'application/ttml+xml', television),
  refused('TTML (DFXP)', ['.dfxp'], 'application/ttaf+xml', television),
  refused('Scenarist closed captions', ['.scc'], 'text/x-scc', 'it is a stream of codes for television sets'),
  refused('EBU STL', ['.stl'], 'application/x-ebu-stl', 'it is a binary format for television'),
  refused('SAMI', ['.smi'], 'application/x-sami', 'players gave it up long ago'),
  refused('SubStation Alpha', ['.ass', '.ssa'], 'text/x-ssa', 'most of it is layout'),
  refused('CSV', ['.csv'], 'text/csv', columns),
  refused('Word', ['.docx'], 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', document),
  refused('Word', ['.doc'], 'application/msword', document),
  refused('OpenDocument', ['.odt'], 'application/vnd.oasis.opendocument.text', document),
  refused('Rich Text', ['.rtf'], 'application/rtf', document),
  refused('PDF', ['.pdf'], 'application/pdf', 'it keeps the look of a page and not its order'),
]

/** Members whose values thousands of episodes have in common. */
const commonMembers: ReadonlySet<string> = new Set([
  'code',
  'group',
  'hint',
  'kind',
  'language',
  'mimeType',
  'rank',
  'role',
  'severity',
  'type',
])
const commonTexts = new Map<string, string>()

const none: readonly never[] = Object.freeze([])
const noEntries: ReadonlyMap<string, unknown> = new Map()

/** A longer text is no name and no address, and stands only once. */
const longestSharedInCharacters = 200

/**
 * Reading an episode from bytes makes a new string of each text in it. This makes one string of those that are equal, which saves
 * a third of the memory of ten thousand episodes. `value` is changed; it must be plain data that nobody else has. `ownTexts` are
 * texts of the same episode.
 */
export function shareValues(value: object, ownTexts = new Map<string, string>()): void {
  for (const [name, member] of Object.entries(value)) {
    if (typeof member === 'string') {
      if (member.length > longestSharedInCharacters) continue
      Reflect.set(value, name, oneOf(commonMembers.has(name) ? commonTexts : ownTexts, member))
    } else if (typeof member === 'object' && member !== null) {
      const shared = sharedEmpty(member)
      if (shared !== undefined) Reflect.set(value, name, shared)
      else if (isPlain(member)) shareValues(member, ownTexts)
    }
  }
}

function oneOf(texts: Map<string, string>, text: string): string {
  const known = texts.get(text)
  if (known !== undefined) return known
  texts.set(text, text)
  return text
}

function sharedEmpty(value: object): object | undefined {
  if (Array.isArray(value)) return value.length === 0 ? none : undefined
  return value instanceof Map && value.size === 0 ? noEntries : undefined
}

function isPlain(value: object): boolean {
  return Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype
}

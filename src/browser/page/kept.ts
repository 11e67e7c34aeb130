/** What the browser keeps for the reader. Readers may forbid it, and the page goes on without. */

const prefix = 'castwright:'

export function keptValue(key: string, store: () => Storage = () => localStorage): string | null {
  try {
    return store().getItem(prefix + key)
  } catch {
    return null
  }
}

/** `null` forgets it. */
export function keepValue(key: string, value: string | number | null, store: () => Storage = () => localStorage): void {
  try {
    if (value === null) store().removeItem(prefix + key)
    else store().setItem(prefix + key, String(value))
  } catch {}
}

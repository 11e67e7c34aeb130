/** An object of JSON, or of what was read from YAML or TOML: its values may be anything. */
export type JsonObject = Readonly<Record<string, unknown>>

/** To JavaScript `null` and lists are objects as well. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

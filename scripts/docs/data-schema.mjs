// JSON Schema of the types that other site generators get (src/data/data-types.ts): the types are the only place where they are told.
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import typescript from 'typescript'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** @typedef {{readonly [key: string]: unknown}} Schema */

/** What a comment says, in one line. @param {typescript.Symbol} symbol @param {typescript.TypeChecker} checker */
function commentOf(symbol, checker) {
  return typescript.displayPartsToString(symbol.getDocumentationComment(checker)).replaceAll('\n', ' ')
}

/** @param {typescript.Type} type @param {typescript.TypeChecker} checker @returns {Schema} */
function schemaOf(type, checker) {
  if (type.isStringLiteral() || type.isNumberLiteral()) return {const: type.value}
  if (type.flags & typescript.TypeFlags.BooleanLike) return {type: 'boolean'}
  if (type.flags & typescript.TypeFlags.String) return {type: 'string'}
  if (type.flags & typescript.TypeFlags.Number) return {type: 'number'}
  if (type.isUnion()) {
    const members = type.types.filter((each) => !(each.flags & typescript.TypeFlags.Undefined))
    if (members.every((each) => each.isStringLiteral()))
      return {enum: members.map((each) => (each.isStringLiteral() ? each.value : ''))}
    const [only] = members
    if (members.length === 1 && only !== undefined) return schemaOf(only, checker)
    if (members.every((each) => each.flags & typescript.TypeFlags.BooleanLike)) return {type: 'boolean'}
  }
  const items = checker.isArrayType(type)
    ? checker.getTypeArguments(/** @type {typescript.TypeReference} */ (type))[0]
    : undefined
  if (items !== undefined) return {type: 'array', items: schemaOf(items, checker)}
  return objectSchema(type, checker)
}

/** @param {typescript.Type} type @param {typescript.TypeChecker} checker @returns {Schema} */
function objectSchema(type, checker) {
  const members = checker.getPropertiesOfType(type)
  if (members.length === 0) throw new Error(`No schema for ${checker.typeToString(type)}`)
  const isOptional = (/** @type {typescript.Symbol} */ each) => Boolean(each.flags & typescript.SymbolFlags.Optional)
  const properties = members.map((each) => {
    const description = commentOf(each, checker)
    const schema = schemaOf(checker.getTypeOfSymbol(each), checker)
    return [each.name, description === '' ? schema : {...schema, description}]
  })
  return {
    type: 'object',
    properties: Object.fromEntries(properties),
    required: members.filter((each) => !isOptional(each)).map(({name}) => name),
    // Members are added, and a reader passes over those that it does not know.
    additionalProperties: false,
  }
}

/** The schema of the type `name`. @param {'EpisodeData' | 'ShowData'} name @param {string} title */
export function dataSchema(name, title) {
  const file = join(root, 'src/data/data-types.ts')
  const program = typescript.createProgram([file], {strict: true, noLib: false, target: typescript.ScriptTarget.ES2023})
  const checker = program.getTypeChecker()
  const source = program.getSourceFile(file)
  const module = source && checker.getSymbolAtLocation(source)
  const symbol = module && checker.getExportsOfModule(module).find((each) => each.name === name)
  if (symbol === undefined) throw new Error(`There is no type ${name}`)
  const schema = schemaOf(checker.getDeclaredTypeOfSymbol(symbol), checker)
  return {$schema: 'http://json-schema.org/draft-07/schema#', title, ...schema}
}

import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import ts from 'typescript'

const root = fileURLToPath(new URL('../..', import.meta.url))

/**
 * What `src/index.ts` exports: how it is declared, without what is inside of functions, and what its comment says. `names` are the types of
 * our own that the declaration names.
 * @typedef {{name: string, code: string, comment: string, isType: boolean, names: readonly string[]}} Declaration
 */

/** @returns {readonly Declaration[]} */
export function exportedDeclarations() {
  const {config} = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile)
  const {options} = ts.parseJsonConfigFileContent(config, ts.sys, root)
  const program = ts.createProgram({rootNames: [join(root, 'src/index.ts')], options})
  const checker = program.getTypeChecker()
  const source = program.getSourceFile(join(root, 'src/index.ts'))
  const module = source && checker.getSymbolAtLocation(source)
  if (module === undefined) throw new Error('src/index.ts exports nothing')
  return checker.getExportsOfModule(module).map((exported) => {
    const symbol = targetOf(exported, checker)
    const [declaration] = symbol.declarations ?? []
    if (declaration === undefined) throw new Error(`${exported.name} is declared nowhere`)
    return {
      name: exported.name,
      code: codeOf(declaration, checker),
      comment: ts.displayPartsToString(symbol.getDocumentationComment(checker)),
      isType: ts.isTypeAliasDeclaration(declaration) || ts.isInterfaceDeclaration(declaration),
      names: namesIn(declaration, checker),
    }
  })
}

/**
 * @param {ts.Symbol} symbol
 * @param {ts.TypeChecker} checker
 */
function targetOf(symbol, checker) {
  return symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol
}

/** A list of names is longer than this only where it is of no use to read it. */
const longestUnionInCharacters = 400

/**
 * @param {ts.Declaration} declaration
 * @param {ts.TypeChecker} checker
 */
function codeOf(declaration, checker) {
  const text = declaration.getText().replace(/^export /, '')
  if (ts.isFunctionDeclaration(declaration)) {
    const {body} = declaration
    const head = body === undefined ? text : declaration.getSourceFile().text.slice(declaration.getStart(), body.pos)
    return head.replace(/^export (?:async )?/, '').trim()
  }
  if (ts.isTypeAliasDeclaration(declaration) && isListOfNames(declaration.type)) {
    // `(typeof names)[number]` is of use to nobody who does not see `names`.
    const type = checker.getTypeAtLocation(declaration)
    const union = checker.typeToString(
      type,
      undefined,
      ts.TypeFormatFlags.InTypeAlias | ts.TypeFormatFlags.NoTruncation,
    )
    if (union.length <= longestUnionInCharacters) return `type ${declaration.name.text} = ${union}`
  }
  return ts.isVariableDeclaration(declaration) ? `const ${constantOf(declaration)}` : text
}

/** @param {ts.TypeNode} type */
function isListOfNames(type) {
  return (
    ts.isIndexedAccessTypeNode(type) || (ts.isTypeOperatorNode(type) && type.operator === ts.SyntaxKind.KeyOfKeyword)
  )
}

/** A constant by its type, where it has one; else by its value.  @param {ts.VariableDeclaration} declaration */
function constantOf({name, type, initializer}) {
  const isFrozen = initializer !== undefined && ts.isSatisfiesExpression(initializer)
  const typed = type ?? (isFrozen ? initializer.type : undefined)
  if (typed !== undefined) return `${name.getText()}: ${typed.getText()}`
  return `${name.getText()} = ${initializer?.getText()}`
}

/**
 * The types of `src/` in a declaration, but for what is inside of functions.
 * @param {ts.Declaration} declaration
 * @param {ts.TypeChecker} checker
 */
function namesIn(declaration, checker) {
  /** @type {Set<string>} */
  const names = new Set()
  const visit = (/** @type {ts.Node} */ node) => {
    if (ts.isBlock(node)) return
    const named = ts.isTypeReferenceNode(node) ? node.typeName : ts.isTypeQueryNode(node) ? node.exprName : undefined
    const found = named && checker.getSymbolAtLocation(named)
    const symbol = found && targetOf(found, checker)
    const isOwn = symbol?.declarations?.[0]
      ?.getSourceFile()
      .fileName.startsWith(join(root, 'src/').replaceAll('\\', '/'))
    if (symbol && isOwn && !(symbol.flags & ts.SymbolFlags.TypeParameter)) names.add(symbol.name)
    ts.forEachChild(node, visit)
  }
  if (ts.isVariableDeclaration(declaration)) {
    if (declaration.type) visit(declaration.type)
  } else visit(declaration)
  return [...names]
}

// What is in the package, as programs ask that look for known faults: a bill of materials in CycloneDX (https://cyclonedx.org).
import {Enums, Models, Serialize, Spec} from '@cyclonedx/cyclonedx-library'

/**
 * @typedef {{name: string, version: string, license: string}} Manifest of a package from npm
 */

/** @param {Manifest} manifest */
function componentOf({name, version, license}) {
  const [group, own] = name.startsWith('@') ? name.split('/') : [undefined, name]
  const component = new Models.Component(Enums.ComponentType.Library, own ?? name, {group, version})
  component.purl = `pkg:npm/${name.replace('@', '%40')}@${version}`
  component.bomRef.value = `${name}@${version}`
  component.licenses.add(new Models.LicenseExpression(license))
  return component
}

/**
 * Every package of which there is code in ours. The same text for the same packages, so it has no time and no number of its own.
 * @param {Manifest} ours
 * @param {readonly Manifest[]} others
 */
export function billOfMaterials(ours, others) {
  const bom = new Models.Bom()
  bom.metadata.component = componentOf(ours)
  for (const each of others) bom.components.add(componentOf(each))
  const serializer = new Serialize.JsonSerializer(new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6))
  return `${serializer.serialize(bom, {sortLists: true, space: 2})}\n`
}

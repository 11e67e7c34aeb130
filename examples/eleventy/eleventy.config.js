import {castwrightPlugin} from 'castwright/eleventy'

export default function (config) {
  config.addPlugin(castwrightPlugin, {show: '../show'})
}

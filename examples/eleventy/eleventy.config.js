import {castwright} from 'castwright/eleventy'

export default function (config) {
  config.addPlugin(castwright, {show: '../show'})
}

/** Tests run the sources as they are now: what pages run is made of them first. */
export {writePageScripts as setup} from '../scripts/page-scripts.mjs'

/** Elements of HTML that readers show: they cannot run, frame or load code. Every other element of HTML is a risk. */
export const safeElements: ReadonlySet<string> = new Set(
  `a abbr acronym address area article aside audio b bdi big blockquote br button canvas caption center cite code col
  colgroup command data datalist dd del details dfn dialog dir div dl dt em event-source fieldset figcaption figure font
  footer form h1 h2 h3 h4 h5 h6 header hgroup hr i img input ins kbd keygen label legend li main map mark menu meter
  multicol nav nextid noscript ol optgroup option output p picture pre progress q rp rt ruby s samp section select small
  sound source spacer span strike strong sub summary sup table tbody td template textarea tfoot th thead time tr track tt u
  ul var video wbr`.split(/\s+/),
)

/** All other elements that HTML has or had. */
export const riskyElements: ReadonlySet<string> = new Set(
  `applet base basefont bgsound blink body embed frame frameset head html iframe ilayer isindex layer link listing marquee
  math meta noembed noframes nolayer object param plaintext portal script slot style svg title xml xmp bdo comment
  fencedframe image noindex rtc rb search server`.split(/\s+/),
)

/** MathML, presentation only. https://www.w3.org/TR/mathml4/ */
export const mathElements: ReadonlySet<string> = new Set(
  `annotation annotation-xml maction maligngroup malignmark math menclose merror mfenced mfrac mglyph mi mlabeledtr
  mlongdiv mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow ms mscarries mscarry msgroup msline mspace
  msqrt msrow mstack mstyle msub msubsup msup mtable mtd mtext mtr munder munderover none semantics`.split(/\s+/),
)

/** SVG without scripts, animation of links and foreign content. https://www.w3.org/TR/SVG2/ */
export const svgElements: ReadonlySet<string> = new Set(
  `a animate animateColor animateMotion animateTransform circle defs desc ellipse font-face font-face-name font-face-src g
  glyph hkern line linearGradient marker metadata missing-glyph mpath path polygon polyline radialGradient rect set stop
  svg switch text title tspan use`.split(/\s+/),
)

/** Attributes that hold an address. A relative address leads nowhere, because a feed has another address than its page. */
export const urlAttributes: ReadonlySet<string> = new Set(
  'action background cite data formaction href icon longdesc manifest poster src usemap'.split(' '),
)

/** Named characters of HTML 4, without the five of XML. Readers also accept these names without a semicolon. */
export const entityNames: ReadonlySet<string> = new Set(
  `nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para
  middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute
  Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml
  Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth
  ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml OElig oelig Scaron scaron
  Yuml fnof circ tilde Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho Sigma Tau
  Upsilon Phi Chi Psi Omega alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigmaf
  sigma tau upsilon phi chi psi omega thetasym upsih piv ensp emsp thinsp zwnj zwj lrm rlm ndash mdash lsquo rsquo sbquo
  ldquo rdquo bdquo dagger Dagger bull hellip permil prime Prime lsaquo rsaquo oline frasl euro image weierp real trade
  alefsym larr uarr rarr darr harr crarr lArr uArr rArr dArr hArr forall part exist empty nabla isin notin ni prod sum minus
  lowast radic prop infin ang and or cap cup int there4 sim cong asymp ne equiv le ge sub sup nsub sube supe oplus otimes
  perp sdot lceil rceil lfloor rfloor lang rang loz spades clubs hearts diams amp lt gt quot apos`.split(/\s+/),
)

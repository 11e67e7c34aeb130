/**
 * Schemes of URIs that IANA has registered, permanently or provisionally, and that a feed could sensibly use.
 * https://www.iana.org/assignments/uri-schemes
 */
export const registeredSchemes: ReadonlySet<string> = new Set(
  `about acap acct acr adiumxtra aim apt ark attachment aw barion beshare bitcoin bitcoincash blob bolo callto cap chrome cid coap coaps
  content crid cvs data dav dict did dlna-playcontainer dlna-playsingle dns dtn dvb ed2k ethereum example facetime feed feedready file
  filesystem finger fish ftp geo git gizmoproject go gopher gtalk h323 ham hcp http https iax icap icon im imap info iotdisco
  ipfs ipn ipns ipp ipps irc irc6 ircs iris iris.beep iris.lwz iris.xpc iris.xpcs isostore itms jabber jar keyparc lastfm lbry ldap
  ldaps magnet mailserver mailto maps market matrix message mid mms modem msnim mtqp mumble mupdate mvn news nfs ni nih nntp
  notes oid opaquelocktoken openid openpgp4fpr otpauth pack palm paparazzi payto pkcs11 platform pop pres prospero proxy psyc query res resource rmi
  rsync rtmfp rtmp rtsp rtsps rtspu secondlife service session sftp sgn shttp sieve sip sips skype smb sms snmp soap.beep
  soap.beeps soldat spotify ssh steam stun stuns submit svn swh tag teamspeak tel telnet tftp things thismessage tip tn3270 tool
  turn turns tv udp unreal urn ut2004 vemmi ventrilo videotex view-source vnc wais webcal ws wss wtai wyciwyg xcon xcon-userid
  xfire xmlrpc.beep xmlrpc.beeps xmpp xri ymsgr z39.50 z39.50r z39.50s`.split(/\s+/),
)

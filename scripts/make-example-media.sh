#!/usr/bin/env bash
# Makes the sound, the video, the pictures and the timed transcripts of the example show in episodes/.
# Needs espeak-ng, ffmpeg and ImageMagick 6 or 7 with the URW fonts (Debian: espeak-ng ffmpeg imagemagick fonts-urw-base35).
#
#   scripts/make-example-media.sh [folder]     default: episodes
#
# Each sentence is synthesised on its own and measured in samples, so the times in the transcripts are those of the
# speech and not an estimate. Titles, notes and edited texts are written by hand; this script does not touch them.
set -euo pipefail
export LC_ALL=C

show=${1:-episodes}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

rate=22050 # what espeak-ng gives
pause=$((rate * 30 / 100))

# --- Speech -------------------------------------------------------------------------------------------------------

declare -A voice=(
  ['Ines Halvorsen']='-v en-gb-x-rp+f3 -s 158 -p 48'
  ['Tomás Oyelaran']='-v en-us+m3 -s 160 -p 42'
  ['Asha Venkatesan']='-v en-gb-scotland+f4 -s 156 -p 56'
)

# Starts an episode with a short chime.
begin() {
  position=0 count=0
  : >"$work/parts.txt" >"$work/lines.tsv" >"$work/chapters.tsv"
  local note='exp(-4*(t-%s))*gte(t,%s)*sin(2*PI*%s*t)' wave
  # shellcheck disable=SC2059
  wave="0.2*$(printf "$note" 0 0 523.25)+0.2*$(printf "$note" 0.16 0.16 659.25)+0.2*$(printf "$note" 0.32 0.32 783.99)"
  ffmpeg -v error -y -f lavfi -i "aevalsrc='$wave':s=$rate:d=1.7" -bitexact "$work/chime.wav"
  ffmpeg -v error -y -f lavfi -i "anullsrc=r=$rate:cl=mono" -t 0.3 -bitexact "$work/pause.wav"
  add chime
}

# Appends a piece of sound and moves the position by its samples (16-bit mono behind a header of 44 bytes).
add() {
  echo "file '$work/$1.wav'" >>"$work/parts.txt"
  position=$((position + ($(stat -c %s "$work/$1.wav") - 44) / 2))
}

# say SPEAKER SPOKEN [WRITTEN]: one sentence. WRITTEN is what the transcript has if that differs from what is read out.
say() {
  count=$((count + 1))
  # shellcheck disable=SC2086
  espeak-ng ${voice[$1]} -a 160 -w "$work/raw.wav" "$2"
  ffmpeg -v error -y -i "$work/raw.wav" -af 'areverse,silenceremove=start_periods=1:start_threshold=-50dB,areverse' \
    -ar "$rate" -ac 1 -c:a pcm_s16le -bitexact "$work/line$count.wav"
  local start=$position
  add "line$count"
  printf '%s\t%s\t%s\t%s\n' "$start" "$position" "$1" "${3:-$2}" >>"$work/lines.tsv"
  add pause
}

# The first chapter begins with the chime: apps show nothing for the time before it.
chapter() {
  local start=$position
  [[ -s "$work/chapters.tsv" ]] || start=0
  printf '%s\t%s\n' "$start" "$1" >>"$work/chapters.tsv"
}

# sound FILE CODEC-ARGUMENTS: everything said since `begin`, at the loudness that podcast apps expect.
sound() {
  ffmpeg -v error -y -f concat -safe 0 -i "$work/parts.txt" \
    -af 'highpass=f=70,loudnorm=I=-16:TP=-1.5:LRA=11,aresample=44100' -ac 1 "${@:2}" "$1"
}

mp3() {
  sound "$1" -c:a libmp3lame -b:a "$2" -id3v2_version 3 -write_id3v1 0 -fflags +bitexact -flags:a +bitexact \
    -metadata "title=$3" -metadata "track=$4" -metadata "date=$5" -metadata 'album=Castwright Field Notes' \
    -metadata 'artist=Ines Halvorsen, Tomás Oyelaran' -metadata 'genre=Podcast' -metadata 'language=eng' \
    -metadata 'copyright=CC BY 4.0'
}

# --- Transcripts --------------------------------------------------------------------------------------------------

clock='function clock(samples, mark,   ms) {
  ms = int(samples * 1000 / rate + 0.5)
  return sprintf("%02d:%02d:%02d%s%03d", ms / 3600000, ms / 60000 % 60, ms / 1000 % 60, mark, ms % 1000)
}'

webvtt() {
  awk -F '\t' -v rate="$rate" "$clock"'
    BEGIN { print "WEBVTT\n\nNOTE Written by hand, timed by measuring each sentence." }
    { print "\n" clock($1, ".") " --> " clock($2, ".") "\n<v " $3 ">" $4 }' "$work/lines.tsv" >"$1"
}

# SubRip without names, as services that only caption deliver it; two lines of at most 42 characters.
subrip() {
  awk -F '\t' -v rate="$rate" "$clock"'
    function folded(text,   cut) {
      if (length(text) <= 42) return text
      for (cut = int(length(text) / 2); cut > 0 && substr(text, cut, 1) != " "; cut--);
      return substr(text, 1, cut - 1) "\n" substr(text, cut + 1)
    }
    { print (NR > 1 ? "\n" : "") NR "\n" clock($1, ",") " --> " clock($2, ",") "\n" folded($4) }' "$work/lines.tsv" >"$1"
}

# As WhisperX writes it: segments with words, speakers as letters of the diariser. Words share a sentence by their length.
diarised() {
  awk -F '\t' -v rate="$rate" -v first="$2" '
    function seconds(samples) { return sprintf("%.3f", samples / rate) }
    function quoted(text) { gsub(/"/, "\\\"", text); return "\"" text "\"" }
    BEGIN { printf "{\"segments\": [" }
    {
      speaker = quoted($3 == first ? "SPEAKER_00" : "SPEAKER_01")
      printf "%s\n  {\"start\": %s, \"end\": %s, \"text\": %s, \"speaker\": %s, \"words\": [", \
        (NR > 1 ? "," : ""), seconds($1), seconds($2), quoted(" " $4), speaker
      total = split($4, words, " ")
      weight = 0
      for (w = 1; w <= total; w++) weight += length(words[w]) + 2
      at = $1
      for (w = 1; w <= total; w++) {
        next_at = at + ($2 - $1) * (length(words[w]) + 2) / weight
        printf "%s\n    {\"word\": %s, \"start\": %s, \"end\": %s, \"score\": 0.9, \"speaker\": %s}", \
          (w > 1 ? "," : ""), quoted(words[w]), seconds(at), seconds(next_at), speaker
        at = next_at
      }
      printf "\n  ]}"
    }
    END { print "\n], \"language\": \"en\"}" }' "$work/lines.tsv" >"$1"
}

chapters_json() {
  awk -F '\t' -v rate="$rate" '
    BEGIN { printf "{\n  \"version\": \"1.2.0\",\n  \"chapters\": [" }
    { printf "%s\n    {\"startTime\": %.3f, \"title\": \"%s\"}", (NR > 1 ? "," : ""), $1 / rate, $2 }
    END { print "\n  ]\n}" }' "$work/chapters.tsv" >"$1"
}

# For the notes of an episode that keeps its chapters there.
chapter_lines() {
  awk -F '\t' -v rate="$rate" '{ printf "- %02d:%02d %s\n", $1 / rate / 60, int($1 / rate) % 60, $2 }' "$work/chapters.tsv"
}

# --- Pictures -----------------------------------------------------------------------------------------------------

ink='#12303F' cream='#F7EFE0' manila='#F2B23E' shade='#DE9A25' coral='#F0714A' faded='#D9CDB8'
jpeg=(-colorspace sRGB -type TrueColor -strip -sampling-factor 4:2:0 -quality 82)

cover() {
  local heights=(60 110 180 120 240 330 210 400 520 350 230 440 560 420 260 360 480 300 170 270 200 110 150 70)
  local bars='' x=668 height
  for height in "${heights[@]}"; do
    bars+="roundrectangle $x,$((2080 - height / 2)) $((x + 36)),$((2080 + height / 2)) 18,18 "
    x=$((x + 71))
  done
  convert -size 3000x3000 "xc:$ink" \
    -fill "$shade" -draw 'roundrectangle 400,1290 1290,1700 70,70 roundrectangle 400,1410 2600,2640 70,70' \
    -fill "$cream" -draw 'roundrectangle 560,1180 2440,2300 40,40' \
    -fill "$faded" -draw 'roundrectangle 720,1300 1500,1340 20,20' \
    -draw 'roundrectangle 720,1390 2240,1420 15,15 roundrectangle 720,1460 2120,1490 15,15' \
    -fill "$manila" -draw 'roundrectangle 400,1580 2600,2680 70,70' \
    -fill "$ink" -draw "$bars" -fill "$coral" -draw 'circle 2360,2480 2360,2420' \
    -font P052-Bold -pointsize 470 -fill "$cream" -gravity north -annotate +0+270 'Castwright' \
    -font URW-Gothic-Demi -pointsize 176 -kerning 74 -fill "$coral" -annotate +37+800 'FIELD NOTES' \
    "${jpeg[@]}" "$1"
}

# One picture, large and as small as a thumbnail.
cover_checks_art() {
  convert -size 1400x1400 "xc:$manila" \
    -fill "$ink" -draw 'roundrectangle 150,150 950,950 40,40' -draw 'roundrectangle 1010,710 1250,950 24,24' \
    -fill "$cream" -draw 'circle 550,550 550,330' -fill "$coral" -draw 'circle 550,550 550,450' \
    -fill "$cream" -draw 'circle 1130,830 1130,764' -fill "$coral" -draw 'circle 1130,830 1130,800' \
    -font P052-Bold -pointsize 150 -fill "$ink" -gravity northwest -annotate +146+1010 'Three checks' \
    -font URW-Gothic-Demi -pointsize 58 -kerning 16 -annotate +154+1200 'FOR COVER ART' \
    "${jpeg[@]}" "$1"
}

# Two people at one page.
interview_art() {
  convert -size 1400x1400 "xc:$coral" \
    -fill "$cream" -draw 'roundrectangle 250,250 1150,960 36,36' \
    -fill "$ink" -draw 'circle 380,410 380,364' -fill "$manila" -draw 'circle 380,720 380,674' \
    -fill "$faded" -draw 'roundrectangle 480,370 1030,400 15,15 roundrectangle 480,430 900,460 15,15' \
    -draw 'roundrectangle 480,490 1030,520 15,15' \
    -draw 'roundrectangle 480,680 1030,710 15,15 roundrectangle 480,740 980,770 15,15' \
    -draw 'roundrectangle 480,800 760,830 15,15' \
    -font P052-Bold -pointsize 132 -fill "$cream" -gravity north -annotate +0+1020 'Mirela Kovač' \
    -font URW-Gothic-Demi -pointsize 54 -kerning 15 -fill "$ink" -annotate +7+1200 'ON TRANSCRIPTS' \
    "${jpeg[@]}" "$1"
}

# card FILE NUMBER HEADLINE LINE
card() {
  convert -size 1280x720 "xc:$ink" -fill "$manila" -draw 'rectangle 0,700 1280,720' \
    -font P052-Bold -pointsize 190 -fill "$coral" -gravity northwest -annotate +110+110 "$2" \
    -pointsize 92 -fill "$cream" -annotate +110+350 "$3" \
    -font URW-Gothic-Book -pointsize 44 -fill "$faded" -annotate +114+500 "$4" \
    -resize 640x360 -strip "$work/$1.png"
}

# --- The show -----------------------------------------------------------------------------------------------------

ines='Ines Halvorsen' tomas='Tomás Oyelaran' asha='Asha Venkatesan'

trailer() {
  begin
  say "$ines" 'A podcast is a folder.'
  say "$ines" 'Sound, a few words, and a list that tells apps what is new.'
  say "$tomas" 'This is Castwright Field Notes: short talks about keeping that folder in good order.'
  say "$ines" 'A new note every second Tuesday. Bring your own folder.'
  mp3 "$show/000-trailer.mp3" 48k 'Trailer: bring your own folder' 0 2025-03-04
}

the_folder_is_the_show() {
  begin
  chapter 'Welcome'
  say "$ines" "Welcome to Castwright Field Notes. I'm Ines Halvorsen."
  say "$tomas" "And I'm Tomás Oyelaran. I edit the sound, and I lose the files."
  say "$ines" 'Today: what is really in a podcast folder?'
  chapter 'Three kinds of file'
  say "$tomas" 'Less than people think. Sound, words and pictures.'
  say "$tomas" 'The sound is one file for each episode.'
  say "$tomas" 'The words are show notes and a transcript, in plain text.'
  say "$ines" 'And the picture is the cover: one square, large enough for a television.'
  chapter 'The name that nobody sees'
  say "$ines" 'So which of these must never change?'
  say "$tomas" 'None of them. You can rename everything except the goo-id.' 'None of them. You can rename everything except the guid.'
  say "$ines" 'The goo-id?' 'The guid?'
  say "$tomas" 'The identifier in the feed. Apps remember an episode by it.'
  say "$tomas" 'Change it, and every listener gets that episode again, as if it were new.'
  say "$ines" 'That happened to us in spring. Forty people wrote in.'
  say "$tomas" 'Forty one. The last one was my mother.' 'Forty-one. The last one was my mother.'
  chapter 'One thing to do today'
  say "$ines" 'One thing to do today, then?'
  say "$tomas" 'Put the folder under version control.'
  say "$tomas" 'A year from now, you will want to know what you changed, and why.'
  say "$ines" 'That is the note for this week. Thank you for listening.'
  mp3 "$show/001-the-folder-is-the-show.mp3" 64k 'The folder is the show' 1 2025-03-11
  webvtt "$show/001-the-folder-is-the-show.vtt"
  chapters_json "$show/001-the-folder-is-the-show.chapters.json"
}

three_checks() {
  local folder="$show/002-three-checks-for-cover-art"
  mkdir -p "$folder"
  begin
  chapter title
  say "$tomas" 'Three checks before you publish cover art.'
  chapter one
  say "$tomas" 'One. It is square, three thousand pixels a side.'
  chapter two
  say "$tomas" 'Two. Make it as small as a thumbnail.'
  say "$tomas" 'Can you still read the title?'
  chapter three
  say "$tomas" 'Three. A new picture gets a new file name.'
  say "$tomas" 'Otherwise, apps go on showing the old one.'
  chapter end
  say "$tomas" 'That is all. Good luck out there.'
  subrip "$folder/three-checks.srt"
  sound "$work/speech.wav"
  card card0 '' 'Three checks' 'before you publish cover art'
  card card1 '1' 'Square' '3000 by 3000 pixels, JPEG or PNG'
  card card2 '2' 'Small' 'can you read it at the size of a stamp?'
  card card3 '3' 'New name' 'a new picture is a new file'
  card card4 '' 'Good luck' 'castwright.example'
  # Each card stands from its chapter to the next.
  awk -F '\t' -v rate="$rate" -v end="$position" -v folder="$work" '
    function shown(number, seconds) { printf "file \x27%s/card%d.png\x27\nduration %.3f\n", folder, number, seconds }
    NR > 1 { shown(NR - 2, ($1 - last) / rate) }
    { last = $1 }
    END { shown(NR - 1, (end - last) / rate); shown(NR - 1, 0) }' "$work/chapters.tsv" >"$work/cards.txt"
  ffmpeg -v error -y -f concat -safe 0 -i "$work/cards.txt" -i "$work/speech.wav" \
    -vf 'fps=12,format=yuv420p' -c:v libx264 -preset veryslow -tune stillimage -crf 26 -g 120 \
    -c:a aac -b:a 64k -shortest -movflags +faststart -fflags +bitexact -flags:v +bitexact -flags:a +bitexact \
    -metadata 'title=Three checks for cover art' "$folder/three-checks.mp4"
  cover_checks_art "$folder/three-checks.jpg"
}

moving_day() {
  begin
  chapter 'Nobody noticed'
  say "$ines" 'My guest moved two hundred episodes from one host to another.'
  say "$ines" 'Asha Venkatesan, how did it go?'
  say "$asha" 'Quietly, in the end. Nobody noticed, and that was the plan.'
  chapter 'Save the old feed'
  say "$ines" 'What did you do first?'
  say "$asha" 'I saved the old feed. Every title, every date, every goo-id.' 'I saved the old feed. Every title, every date, every guid.'
  say "$asha" 'Then I set the redirect at the old host, before I touched anything else.'
  chapter 'How long a redirect stays'
  say "$ines" 'And how long does a redirect have to stay?'
  say "$asha" 'Four weeks at the very least. I keep mine for as long as they let me.'
  chapter 'Count first'
  say "$ines" 'What would you do differently?'
  say "$asha" 'I would count. Two episodes were missing for a day, and I learnt it from a listener.'
  say "$ines" 'Count first. Thank you, Asha.'
  mp3 "$show/004-moving-day.mp3" 64k 'Moving day, with Asha Venkatesan' 4 2025-04-22
  diarised "$show/004-moving-day.json" "$ines"
  chapter_lines
}

# The captions are what a machine heard: no names, few marks, some words wrong. The text beside them is edited by hand.
the_quiet_room() {
  begin
  say "$ines" 'Tomás, people ask me which microphone to buy.' 'Thomas people ask me which microphone to buy'
  say "$tomas" 'And I always ask them about their curtains.' 'and I always ask them about the curtains'
  say "$ines" 'Their curtains?' 'the curtains'
  say "$tomas" 'A cheap microphone in a soft room sounds better than a good one in a kitchen.' \
    'a cheap microphone in a soft room sounds better than a good one in a kitchen'
  say "$tomas" 'Hang a blanket behind the speaker, not behind the microphone.' \
    'hang a blanket behind the speaker not behind the microphone'
  say "$ines" 'Why behind the speaker?' 'why behind the speaker'
  say "$tomas" 'Because that is where the microphone is looking.' 'because that is where the microphone is looking'
  say "$ines" 'And what do you do about the fridge?' 'and what do you do about the bridge'
  say "$tomas" 'I switch it off, and I put my car keys inside.' 'I switch it off and I put my car keys inside'
  say "$ines" 'Your keys?' 'your keys'
  say "$tomas" 'So that I cannot drive home without switching it on again.' \
    'so that I cannot drive home without switching it on again'
  say "$ines" 'That is the best advice we have had all year.' "that's the best advice we've had all year"
  mp3 "$show/005-the-quiet-room.mp3" 64k 'The quiet room' 5 2025-05-06
  subrip "$show/005-the-quiet-room.srt"
}

mkdir -p "$show/art"
cover "$show/cover.jpg"
interview_art "$show/art/003-mirela-kovac.jpg"
trailer
the_folder_is_the_show
three_checks
moving_day
the_quiet_room

# Makes a page of each episode, and puts what Castwright built (feeds, transcripts, chapters, media) into the site.
# `castwright build ../show --out _castwright` comes first. Jekyll passes over folders that begin with _.
require 'json'

class CastwrightGenerator < Jekyll::Generator
  FOLDER = '_castwright'

  def generate(site)
    built = site.in_source_dir(FOLDER)
    read = ->(path) { JSON.parse(File.read(File.join(built, path), encoding: 'UTF-8')) }
    site.data['show'] = read.call('data.json')
    site.data['show']['episodes'].each do |entry|
      episode = read.call("episodes/#{entry['slug']}/data.json")
      page = Jekyll::PageWithoutAFile.new(site, site.source, "episodes/#{entry['slug']}", 'index.html')
      page.data.merge!('layout' => 'episode', 'title' => episode['title'], 'episode' => episode)
      site.pages << page
    end
    Dir.glob('**/*', base: built).each do |path|
      next unless File.file?(File.join(built, path))
      folder, name = File.split(path)
      site.static_files << Jekyll::StaticFile.new(site, built, folder == '.' ? '' : folder, name)
    end
  end
end

function titleOf(site) {
  return site.replace(/^www\./, '');
}

async function onUpdated(id, change) {
  await sitesLoaded;
  if (sites.includes(change.url)) console.log(id, titleOf(change.url));
}

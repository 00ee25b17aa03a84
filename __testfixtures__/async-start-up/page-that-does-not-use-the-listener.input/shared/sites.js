function titleOf(site) {
  return site.replace(/^www\./, '');
}

function onUpdated(id, change) {
  if (sites.includes(change.url)) console.log(id, titleOf(change.url));
}

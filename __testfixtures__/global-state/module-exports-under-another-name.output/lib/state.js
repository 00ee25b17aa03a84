const urls = [];
let last = null;
export const stateRestored = chrome.storage.session.get({ urls, last }).then((saved) => {
  urls.push(...saved.urls);
  last = saved.last;
}).catch(console.error);

function visit(url) {
  last = url;
  chrome.storage.session.set({ last });
}

export { urls as visited, last as lastUrl, visit };

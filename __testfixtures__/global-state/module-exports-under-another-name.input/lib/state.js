const urls = [];
let last = null;

function visit(url) {
  last = url;
}

export { urls as visited, last as lastUrl, visit };

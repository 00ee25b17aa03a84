// Used by the background and by the popup.
(function (global) {
  function hostOf(address) {
    return new global.URL(address).host;
  }

  global.Sites = { hostOf };
})(self);

self.later = (task) => self.setTimeout(task, 5);

function plural(count, word) {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}

Object.assign(self, { wordsFor: plural });

// Used by the background and by the popup.
(function (global) {
  function hostOf(address) {
    return new global.URL(address).host;
  }

  global.Sites = { hostOf };
  global.later = (task) => global.setTimeout(task, 5);
})(self);

function plural(count, word) {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}

Object.assign(self, { wordsFor: plural });

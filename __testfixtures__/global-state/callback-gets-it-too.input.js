let token = null;

function authorize(done) {
  chrome.identity.getAuthToken({ interactive: true }, (value) => {
    token = value;
    done(value);
  });
}

chrome.browserAction.onClicked.addListener(() => {
  if (token) chrome.browserAction.setTitle({ title: String(token) });
  else authorize((value) => console.log(value));
});

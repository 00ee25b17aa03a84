let runs = 0;

function poll(task) {
  const again = () => {
    task();
    setTimeout(again, 90000);
  };
  again();
}

poll(() => {
  runs++;
});

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  sendResponse(runs);
});

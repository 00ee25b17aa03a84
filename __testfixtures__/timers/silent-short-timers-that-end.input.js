let tries = 0;

function retry() {
  if (tries++ < 3) setTimeout(() => retry(), 1000);
}

function untilOpen() {
  browser.tabs.query({}).then((tabs) => {
    if (tabs.length === 0) setTimeout(untilOpen, 500);
  });
}

function untilDone() {
  if (tries > 5) return;
  setTimeout(() => untilDone(), 500);
}

function afterFailure() {
  browser.tabs.query({}).catch(() => setTimeout(() => afterFailure(), 500));
}

async function orAgain() {
  try {
    await browser.tabs.query({});
  } catch (error) {
    setTimeout(() => orAgain(), 500);
  }
}

function later() {
  setTimeout(() => retry(), 500);
}

function inTurns() {
  setTimeout(() => inTurns(), 0);
}

browser.tabs.onCreated.addListener(() => {
  retry();
  untilOpen();
  untilDone();
  afterFailure();
  orAgain();
  later();
  inTurns();
});

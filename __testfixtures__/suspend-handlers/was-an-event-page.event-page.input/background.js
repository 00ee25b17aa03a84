browser.runtime.onSuspend.addListener(() => console.log('suspended'));
browser.runtime.onSuspendCanceled.addListener(() => console.log('not suspended'));

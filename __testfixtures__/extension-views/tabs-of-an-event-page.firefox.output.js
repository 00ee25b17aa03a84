for (const view of browser.extension.getViews({ type: "tab" })) view.location.reload();

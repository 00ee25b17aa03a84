let details: browser.extensionTypes.InjectDetails;

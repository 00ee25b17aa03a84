browser.contextualIdentities.query({}).then((identities) => console.log(identities));

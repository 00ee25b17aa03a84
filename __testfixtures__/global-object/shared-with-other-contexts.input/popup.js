window.Shared.wait(5).then(() => window.close());

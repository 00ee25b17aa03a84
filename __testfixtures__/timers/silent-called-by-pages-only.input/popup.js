nextFrame(100).then(() => every(() => document.body.append('.'), 1000));

# docker build -t hegao . && docker run --rm -v "$PWD:/drafts" hegao check 讲话稿/
FROM node:22-bookworm AS build
WORKDIR /hegao
COPY . .
RUN npm ci && npm run build

FROM node:22-bookworm-slim
# git serves --since alone.
RUN apt-get update \
  && apt-get install --yes --no-install-recommends git \
  && rm -rf /var/lib/apt/lists/* \
  && git config --system --add safe.directory /drafts
COPY --from=build /hegao/package.json /hegao/LICENSE /opt/hegao/
COPY --from=build /hegao/server/out/cli.js /hegao/server/out/cli-main.js /hegao/server/out/server.js /hegao/server/out/jieba-worker.js /hegao/server/out/word-writer.js /hegao/server/out/word.js /hegao/server/out/words.dat /hegao/server/out/THIRD-PARTY-NOTICES.txt /opt/hegao/server/out/
RUN ln -s /opt/hegao/server/out/cli.js /usr/local/bin/hegao && chmod +x /opt/hegao/server/out/cli.js
USER node
WORKDIR /drafts
ENTRYPOINT ["hegao"]
CMD ["check"]

# Vigie with its model and its samples.  Everything that is installed is locked; nothing is fetched at run time.
FROM python:3.11.14-slim-bookworm AS build
ARG TORCH_INDEX=https://download.pytorch.org/whl/cpu
WORKDIR /build
RUN python -m venv /opt/vigie
ENV PATH=/opt/vigie/bin:$PATH
COPY .requirements.lock .requirements-torch.lock ./
RUN pip install --no-cache-dir --require-hashes --no-deps -r .requirements.lock \
    && pip install --no-cache-dir --index-url "$TORCH_INDEX" -r .requirements-torch.lock
COPY pyproject.toml README.md LICENSE ./
COPY index index
COPY bot bot
RUN pip install --no-cache-dir --no-deps --no-build-isolation .

FROM python:3.11.14-slim-bookworm
RUN groupadd --gid 10001 vigie \
    && useradd --uid 10001 --gid vigie --home-dir /data --shell /usr/sbin/nologin vigie \
    && install --directory --owner vigie --group vigie --mode 0700 /data
COPY --from=build /opt/vigie /opt/vigie
ENV PATH=/opt/vigie/bin:$PATH PYTHONUNBUFFERED=1 VIGIE_DATA=/data
USER 10001:10001
VOLUME /data
HEALTHCHECK --interval=2m --timeout=30s --start-period=1m CMD ["vigie", "check"]
# The bot finishes what it is answering and closes its database on SIGTERM.
STOPSIGNAL SIGTERM
ENTRYPOINT ["vigie"]
CMD ["bot"]

import type { FastifyRequest } from 'fastify';

/** What GeoReport v2 is known by; clients look for this very address. */
const specification = 'http://wiki.open311.org/GeoReport_v2';

/**
 * The service discovery document. The kinds of requests are read when the desk starts, so that is when clients should read
 * them again.
 */
export function toDiscovery({ protocol, host }: Pick<FastifyRequest, 'protocol' | 'host'>, startedAt: Date) {
  const changeset = startedAt.toISOString();
  return {
    changeset,
    contact: '重庆 12345 政务服务便民热线，电话 12345',
    key_service: '向服务台的管理员申请：工作台的管理页可以签发 open311 接口的密钥',
    endpoints: [
      {
        specification,
        url: `${protocol}://${host}/open311/v2`,
        changeset,
        type: 'production',
        formats: ['application/json', 'text/xml'],
      },
    ],
  };
}

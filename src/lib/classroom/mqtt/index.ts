export { MqttClient, type MqttPorts, type Socket } from './client.ts';
export { readConnect } from './login.ts';
export {
  connectPacket,
  PacketReader,
  PING,
  pubackPacket,
  publishPacket,
  subscribePacket,
} from './packets.ts';

export { MqttClient, type MqttPorts, type Socket } from './client.ts';
